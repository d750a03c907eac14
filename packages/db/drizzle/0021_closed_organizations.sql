ALTER TABLE "organization" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "suspended_because" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "deleted_from" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "organization_by_age" ON "organization" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "organization_suspended" ON "organization" USING btree ("created_at","id") WHERE suspended_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "organization_going" ON "organization" USING btree ("deleted_from") WHERE deleted_from IS NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_suspended_because" CHECK (("organization"."suspended_at" IS NULL) = ("organization"."suspended_because" IS NULL) AND length("organization"."suspended_because") BETWEEN 1 AND 500);--> statement-breakpoint
CREATE POLICY "organization_in_purge" ON "organization" AS PERMISSIVE FOR ALL TO current_user USING (current_setting('app.purges', true) = 'on' AND deleted_from <= now());--> statement-breakpoint

-- As before (0020_impersonation.sql), and what a super-admin decides about an organization or the installation is recorded with its reason.
CREATE OR REPLACE FUNCTION record_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	-- Nulls are left out: a column without a value has no side in the change.
	before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(OLD)) END;
	after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(NEW)) END;
	subject jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
	differences jsonb;
	reason text := nullif(current_setting('app.reason', true), '');
BEGIN
	SELECT jsonb_object_agg(key, jsonb_strip_nulls(jsonb_build_object('old', before -> key, 'new', after -> key)))
	INTO differences
	FROM jsonb_object_keys(before || after) AS key
	WHERE before -> key IS DISTINCT FROM after -> key
		-- Neither the hash of a link nor what a passkey signs with is recorded.
		AND key NOT IN ('id', 'organization_id', 'updated_at', 'token_hash',
			'credential_id', 'public_key', 'counter', 'last_used_at');

	IF differences IS NULL THEN
		RETURN NULL;
	END IF;
	IF TG_TABLE_NAME IN ('organization', 'installation') AND reason IS NOT NULL THEN
		differences := differences || jsonb_build_object('reason', jsonb_build_object('new', reason));
	END IF;

	INSERT INTO public.audit_event
		(organization_id, actor_id, impersonator_id, action, target_type, target_id, changes, request_id, visible_to_admins)
	VALUES (
		(CASE TG_TABLE_NAME WHEN 'organization' THEN subject ->> 'id' ELSE subject ->> 'organization_id' END)::uuid,
		nullif(current_setting('app.user_id', true), '')::uuid,
		nullif(current_setting('app.impersonator_id', true), '')::uuid,
		coalesce(nullif(current_setting('app.action', true), ''), TG_TABLE_NAME || '.' || lower(TG_OP)),
		TG_TABLE_NAME,
		(subject ->> 'id')::uuid,
		differences,
		nullif(current_setting('app.request_id', true), ''),
		coalesce(TG_ARGV[0] = 'admins', false)
	);
	RETURN NULL;
END
$$;--> statement-breakpoint

-- Refuses every write of a member in an organization that is suspended or going to be deleted. `withTenant` refuses it
-- earlier. This covers a call that waited at its start while the organization was suspended: it reads the organization
-- again, as of the statement that writes. Cascades and the app's own writes run as other roles.
CREATE FUNCTION refuse_while_closed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF current_user IN ('gatehouse_tenant', 'gatehouse_exclusive') AND EXISTS (
		SELECT FROM public.organization WHERE id = public.tenant_organization_id()
			AND (suspended_at IS NOT NULL OR deleted_from IS NOT NULL)
	) THEN
		RAISE check_violation USING MESSAGE = 'the organization is closed', CONSTRAINT = 'organization_is_open';
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint

-- As before (0002_audit.sql), and refuses writes while the organization is closed.
CREATE OR REPLACE FUNCTION audit_table(of_table regclass, visible_to_admins boolean) RETURNS void LANGUAGE plpgsql
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format(
		'CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.record_audit_event(%L)',
		of_table, CASE WHEN visible_to_admins THEN 'admins' ELSE 'organization' END);
	EXECUTE format('CREATE TRIGGER while_open BEFORE INSERT OR UPDATE OR DELETE ON %s
		FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_while_closed()', of_table);
END
$$;--> statement-breakpoint
-- The tables that exist already, except those of accounts.
DO $$
DECLARE
	audited regclass;
BEGIN
	FOR audited IN
		SELECT tgrelid FROM pg_trigger WHERE tgfoid = 'record_audit_event'::regproc AND (tgrelid = 'organization'::regclass
			OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = tgrelid AND attname = 'organization_id'))
	LOOP
		EXECUTE format('CREATE TRIGGER while_open BEFORE INSERT OR UPDATE OR DELETE ON %s
			FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_while_closed()', audited);
	END LOOP;
END
$$;--> statement-breakpoint

-- Counts an organization's rows for super-admins, who see none of its content: it becomes the tenant role and returns
-- numbers only. Neither setting outlasts the function.
SET check_function_bodies = off;--> statement-breakpoint
CREATE FUNCTION organization_size(organization uuid, tables text[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE
	SET role = 'gatehouse_tenant' SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	before text := coalesce(current_setting('app.organization_id', true), '');
	counts jsonb;
BEGIN
	PERFORM set_config('app.organization_id', organization::text, true);
	counts := public.count_organization_rows(organization, tables);
	PERFORM set_config('app.organization_id', before, true);
	RETURN counts;
END
$$;--> statement-breakpoint
RESET check_function_bodies;--> statement-breakpoint

-- Deletes organizations whose 30 days are over, a few at a time, and returns how many.
CREATE FUNCTION delete_due_organizations() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	many integer;
BEGIN
	PERFORM set_config('app.purges', 'on', true), set_config('app.action', 'organizations.expire', true),
		set_config('app.user_id', '', true), set_config('app.impersonator_id', '', true),
		set_config('app.reason', '', true);
	DELETE FROM public.organization WHERE id IN (
		SELECT id FROM public.organization WHERE deleted_from <= now() ORDER BY deleted_from LIMIT 5
		FOR UPDATE SKIP LOCKED);
	GET DIAGNOSTICS many = ROW_COUNT;
	PERFORM set_config('app.purges', '', true);
	RETURN many;
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION refuse_while_closed(), organization_size(uuid, text[]), delete_due_organizations() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION organization_size(uuid, text[]) TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delete_due_organizations() TO gatehouse_worker;
