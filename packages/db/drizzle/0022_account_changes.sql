CREATE TABLE "avatar" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"image" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "avatar_size" CHECK (octet_length("avatar"."image") BETWEEN 1 AND 49152)
);
--> statement-breakpoint
ALTER TABLE "avatar" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "avatar" ADD CONSTRAINT "avatar_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_image_length" CHECK (length("user"."image") = 16);--> statement-breakpoint
CREATE POLICY "audit_event_of_own_account" ON "audit_event" AS PERMISSIVE FOR INSERT TO current_user WITH CHECK (current_setting('app.records_account', true) = 'on' AND target_type = 'account' AND target_id = actor_id);--> statement-breakpoint
CREATE POLICY "avatar_of_app" ON "avatar" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint

-- Not generated: rights. Pictures are replaced, never changed by others.
ALTER TABLE avatar FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON avatar TO gatehouse_app;--> statement-breakpoint

-- Records what a person changed about their own account. A function and not a trigger, as for decisions (0016_people.sql):
-- one change writes several tables or none, and neither hashes nor keys may be recorded. The row always names the person as
-- both author and subject, so that no one can be blamed for a change of someone else's account.
CREATE FUNCTION record_account_change(of_user uuid, of_action text, of_request text, what jsonb) RETURNS void
	LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF what = '{}' OR length(what::text) > 2000 THEN
		RAISE check_violation USING MESSAGE = 'a record says what changed, briefly', CONSTRAINT = 'account_change_is_brief';
	END IF;
	PERFORM set_config('app.records_account', 'on', true);
	INSERT INTO public.audit_event
		(organization_id, actor_id, action, target_type, target_id, changes, request_id, visible_to_admins)
	VALUES (NULL, of_user, of_action, 'account', of_user, what, of_request, true);
	PERFORM set_config('app.records_account', '', true);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_account_change(uuid, text, text, jsonb) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_account_change(uuid, text, text, jsonb) TO gatehouse_app;
