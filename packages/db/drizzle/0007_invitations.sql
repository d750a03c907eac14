-- An invitation is accepted with the secret of a link. Only its hash is kept, so a copy of this table opens nothing.
ALTER TABLE "invitation" ADD COLUMN "token_hash" text;--> statement-breakpoint
-- However many people ask for it again, one mailbox gets so many messages of one invitation.
ALTER TABLE "invitation" ADD COLUMN "sent_count" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "accepted_by" uuid;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_token" UNIQUE("token_hash");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_sent_count" CHECK ("invitation"."sent_count" BETWEEN 1 AND 6);--> statement-breakpoint
DROP INDEX "invitation_organization";--> statement-breakpoint
CREATE INDEX "invitation_by_age" ON "invitation" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitation_accepted_by" ON "invitation" USING btree ("accepted_by");--> statement-breakpoint

-- Members write invitations inside their tenant transaction. The hash they may write and not read, and nobody deletes one.
REVOKE SELECT ON invitation FROM gatehouse_tenant;--> statement-breakpoint
GRANT SELECT (
	id, organization_id, inviter_id, email, role, custom_role_id, status, expires_at, sent_count, accepted_by, created_at
) ON invitation TO gatehouse_tenant;--> statement-breakpoint
GRANT INSERT (organization_id, inviter_id, email, role, custom_role_id, token_hash, expires_at)
	ON invitation TO gatehouse_tenant;--> statement-breakpoint
GRANT UPDATE (inviter_id, role, custom_role_id, status, token_hash, expires_at, sent_count, created_at)
	ON invitation TO gatehouse_tenant;--> statement-breakpoint
-- Both narrow `tenant_invitations`. Nobody invites in another's name, since acceptance asks what the inviter may give.
CREATE POLICY tenant_invitations_by_their_inviter ON invitation AS RESTRICTIVE FOR INSERT TO gatehouse_tenant
	WITH CHECK (inviter_id = tenant_user_id() AND status = 'pending');--> statement-breakpoint
-- What is settled stays settled, and no member accepts for who was invited: they send it again, as theirs, or cancel it.
CREATE POLICY tenant_invitations_while_pending ON invitation AS RESTRICTIVE FOR UPDATE TO gatehouse_tenant
	USING (status = 'pending')
	WITH CHECK (status = 'canceled' OR (status = 'pending' AND inviter_id = tenant_user_id()));--> statement-breakpoint

-- As in 0002, but for the hash of a link: it is no part of what happened.
CREATE OR REPLACE FUNCTION record_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	-- Nulls are left out: a column without a value has no side in the change.
	before jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(OLD)) END;
	after jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE jsonb_strip_nulls(to_jsonb(NEW)) END;
	subject jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
	differences jsonb;
BEGIN
	SELECT jsonb_object_agg(key, jsonb_strip_nulls(jsonb_build_object('old', before -> key, 'new', after -> key)))
	INTO differences
	FROM jsonb_object_keys(before || after) AS key
	WHERE before -> key IS DISTINCT FROM after -> key
		AND key NOT IN ('id', 'organization_id', 'updated_at', 'token_hash');

	IF differences IS NULL THEN
		RETURN NULL;
	END IF;

	INSERT INTO public.audit_event (organization_id, actor_id, action, target_type, target_id, changes, request_id)
	VALUES (
		(CASE TG_TABLE_NAME WHEN 'organization' THEN subject ->> 'id' ELSE subject ->> 'organization_id' END)::uuid,
		nullif(current_setting('app.user_id', true), '')::uuid,
		coalesce(nullif(current_setting('app.action', true), ''), TG_TABLE_NAME || '.' || lower(TG_OP)),
		TG_TABLE_NAME,
		(subject ->> 'id')::uuid,
		differences,
		nullif(current_setting('app.request_id', true), '')
	);
	RETURN NULL;
END
$$;
