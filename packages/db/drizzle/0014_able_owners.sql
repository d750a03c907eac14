CREATE POLICY "user_in_trigger" ON "user" AS PERMISSIVE FOR SELECT TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
-- Members see who is suspended and until when, but not why.
GRANT SELECT (banned, ban_expires) ON "user" TO gatehouse_tenant;--> statement-breakpoint

-- As before (0003_organizations.sql), but a suspended owner no longer counts: they can't sign in. Suspending someone locks
-- their organizations first (packages/db/src/accounts/lock-memberships.ts), so this sees a suspension that came before.
CREATE OR REPLACE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF current_setting('transaction_isolation') <> 'read committed' THEN
		RAISE feature_not_supported USING MESSAGE = 'owners are changed in READ COMMITTED only';
	END IF;
	PERFORM FROM public.organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
	IF FOUND AND NOT EXISTS (
		SELECT FROM public.member JOIN public."user" ON "user".id = member.user_id
		WHERE member.organization_id = OLD.organization_id AND member.role = 'owner'
			AND ("user".banned IS NOT TRUE OR "user".ban_expires <= now())
	) THEN
		RAISE check_violation USING MESSAGE = 'an organization keeps an owner', CONSTRAINT = 'organization_has_owner';
	END IF;
	RETURN NULL;
END
$$;
