CREATE TABLE "answered_challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answered_challenge_length" CHECK (length("answered_challenge"."id") BETWEEN 16 AND 64)
);
--> statement-breakpoint
ALTER TABLE "answered_challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"name" text NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passkey_credential" UNIQUE("credential_id"),
	CONSTRAINT "passkey_credential_length" CHECK (length("passkey"."credential_id") BETWEEN 16 AND 1364),
	CONSTRAINT "passkey_key_length" CHECK (length("passkey"."public_key") BETWEEN 16 AND 4096),
	CONSTRAINT "passkey_counter" CHECK ("passkey"."counter" BETWEEN 0 AND 4294967295),
	CONSTRAINT "passkey_name_length" CHECK (length("passkey"."name") BETWEEN 1 AND 60),
	CONSTRAINT "passkey_name_line" CHECK ("passkey"."name" IS NFC NORMALIZED AND "passkey"."name" !~ '[\u202A-\u202E\u2066-\u2069]' AND "passkey"."name" !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029]' AND "passkey"."name" ~ '[^ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]')
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_challenge_expired" ON "answered_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_user" ON "passkey" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "answered_challenge_of_app" ON "answered_challenge" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "passkey_of_app" ON "passkey" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint

-- Not generated: rights, and the record of every change.
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE answered_challenge FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON answered_challenge TO gatehouse_app;--> statement-breakpoint

-- As before, but the keys of a passkey are not recorded either.
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
		(organization_id, actor_id, action, target_type, target_id, changes, request_id, visible_to_admins)
	VALUES (
		(CASE TG_TABLE_NAME WHEN 'organization' THEN subject ->> 'id' ELSE subject ->> 'organization_id' END)::uuid,
		nullif(current_setting('app.user_id', true), '')::uuid,
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

-- A passkey belongs to no organization, so super-admins see the record. Its use is no change.
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE OF name ON passkey
	FOR EACH ROW EXECUTE FUNCTION record_audit_event('admins');
