CREATE TABLE "impersonation" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"mode" text NOT NULL,
	"reason" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "impersonation_mode_known" CHECK ("impersonation"."mode" IN ('read-only', 'read-write')),
	CONSTRAINT "impersonation_reason_length" CHECK (length("impersonation"."reason") BETWEEN 1 AND 500),
	CONSTRAINT "impersonation_time" CHECK ("impersonation"."expires_at" > "impersonation"."created_at" AND "impersonation"."expires_at" <= "impersonation"."created_at" + interval '60 minutes')
);
--> statement-breakpoint
ALTER TABLE "impersonation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "impersonator_id" uuid;--> statement-breakpoint
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impersonation" ADD CONSTRAINT "impersonation_person_id_user_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "impersonation_person" ON "impersonation" USING btree ("person_id");--> statement-breakpoint
CREATE POLICY "impersonation_of_app" ON "impersonation" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint

-- Not generated: rights. A row is started and stopped, never changed.
ALTER TABLE impersonation FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON impersonation TO gatehouse_app;--> statement-breakpoint

-- As before (0015_passkeys.sql), and it records who acted as the actor.
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
		-- Neither the hash of a link nor what a passkey signs with is recorded.
		AND key NOT IN ('id', 'organization_id', 'updated_at', 'token_hash',
			'credential_id', 'public_key', 'counter', 'last_used_at');

	IF differences IS NULL THEN
		RETURN NULL;
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
$$;
