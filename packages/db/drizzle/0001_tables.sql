CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_of_provider" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" uuid,
	"proved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'user',
	"banned" boolean DEFAULT false,
	"ban_reason" text,
	"ban_expires" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_name_length" CHECK (length("user"."name") BETWEEN 1 AND 100),
	CONSTRAINT "user_email_lower" CHECK ("user"."email" = lower("user"."email") AND length("user"."email") <= 254)
);
--> statement-breakpoint
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verification" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"actor_id" uuid,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"request_id" text,
	"visible_to_admins" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "security_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"minute" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"network" text,
	"organization_id" uuid,
	"count" integer NOT NULL,
	"last_request_id" text NOT NULL,
	"first_seen" timestamp (3) with time zone NOT NULL,
	"last_seen" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "security_event_once" UNIQUE NULLS NOT DISTINCT("minute","action","organization_id","kind","actor_id","network"),
	CONSTRAINT "security_event_kind_known" CHECK ("security_event"."kind" IN ('denied', 'unauthenticated', 'not-found', 'invalid', 'limited', 'unavailable', 'captcha', 'foreign-origin', 'stale-session', 'failed-sign-in', 'wrong-password', 'invalid-link')),
	CONSTRAINT "security_event_lengths" CHECK (length("security_event"."action") BETWEEN 1 AND 64 AND length("security_event"."network") BETWEEN 1 AND 64 AND length("security_event"."last_request_id") <= 64),
	CONSTRAINT "security_event_one_actor" CHECK ("security_event"."actor_id" IS NULL OR "security_event"."network" IS NULL),
	CONSTRAINT "security_event_counted" CHECK ("security_event"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "security_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"inviter_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"custom_role_id" uuid,
	"status" text DEFAULT 'pending' NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"token_hash" text,
	"sent_count" smallint DEFAULT 1 NOT NULL,
	"accepted_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_token" UNIQUE("token_hash"),
	CONSTRAINT "invitation_custom_role" CHECK (("invitation"."role" IS NOT DISTINCT FROM 'custom') = ("invitation"."custom_role_id" IS NOT NULL)
        OR ("invitation"."status" <> 'pending' AND "invitation"."custom_role_id" IS NULL)),
	CONSTRAINT "invitation_sent_count" CHECK ("invitation"."sent_count" BETWEEN 1 AND 6),
	CONSTRAINT "invitation_email_lower" CHECK ("invitation"."email" = lower("invitation"."email") AND length("invitation"."email") <= 254),
	CONSTRAINT "invitation_status_known" CHECK ("invitation"."status" IN ('pending', 'accepted', 'rejected', 'canceled'))
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"custom_role_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_once" UNIQUE("organization_id","user_id"),
	CONSTRAINT "member_custom_role" CHECK (("member"."role" = 'custom') = ("member"."custom_role_id" IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claimed_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"claimed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claimed_slug" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug" UNIQUE("slug"),
	CONSTRAINT "organization_name_length" CHECK (length("organization"."name") BETWEEN 1 AND 100),
	CONSTRAINT "organization_slug_shape" CHECK ("organization"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("organization"."slug") BETWEEN 2 AND 48)
);
--> statement-breakpoint
ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization_role" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"permissions" jsonb NOT NULL,
	CONSTRAINT "organization_role_of_organization" UNIQUE("organization_id","id"),
	CONSTRAINT "organization_role_name_shape" CHECK (length("organization_role"."name") BETWEEN 1 AND 40 AND "organization_role"."name" = btrim("organization_role"."name")),
	CONSTRAINT "organization_role_name_free" CHECK (lower("organization_role"."name") NOT IN ('owner', 'admin', 'editor', 'viewer', 'custom')),
	CONSTRAINT "organization_role_permissions_shape" CHECK (jsonb_typeof("organization_role"."permissions") = 'object' AND length("organization_role"."permissions"::text) <= 2000)
);
--> statement-breakpoint
ALTER TABLE "organization_role" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'backlog' NOT NULL,
	"priority" smallint DEFAULT 2 NOT NULL,
	"assignee_id" uuid,
	"due_date" date,
	CONSTRAINT "task_title_length" CHECK (length("task"."title") BETWEEN 1 AND 200),
	CONSTRAINT "task_description_length" CHECK (length("task"."description") <= 5000),
	CONSTRAINT "task_status_known" CHECK ("task"."status" IN ('backlog', 'todo', 'in_progress', 'in_review', 'done', 'cancelled')),
	CONSTRAINT "task_priority_known" CHECK ("task"."priority" BETWEEN 1 AND 4),
	CONSTRAINT "task_due_date_range" CHECK ("task"."due_date" BETWEEN '2000-01-01' AND '2199-12-31')
);
--> statement-breakpoint
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role_is_own" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."organization_role"("organization_id","id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_role_is_own" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."organization_role"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claimed_slug" ADD CONSTRAINT "claimed_slug_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_role" ADD CONSTRAINT "organization_role_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_role" ADD CONSTRAINT "organization_role_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_is_member" FOREIGN KEY ("organization_id","assignee_id") REFERENCES "public"."member"("organization_id","user_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "audit_event_by_age" ON "audit_event" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_event_anywhere" ON "audit_event" USING btree ("created_at","id") WHERE "audit_event"."visible_to_admins";--> statement-breakpoint
CREATE INDEX "security_event_of_organization" ON "security_event" USING btree ("organization_id","minute","id");--> statement-breakpoint
CREATE INDEX "security_event_by_age" ON "security_event" USING btree ("minute","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_pending_once" ON "invitation" USING btree ("organization_id","email") WHERE "invitation"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitation_by_age" ON "invitation" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitation_email" ON "invitation" USING btree ("email");--> statement-breakpoint
CREATE INDEX "invitation_inviter" ON "invitation" USING btree ("inviter_id");--> statement-breakpoint
CREATE INDEX "invitation_accepted_by" ON "invitation" USING btree ("accepted_by");--> statement-breakpoint
CREATE INDEX "invitation_custom_role" ON "invitation" USING btree ("organization_id","custom_role_id");--> statement-breakpoint
CREATE INDEX "member_user" ON "member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "member_by_age" ON "member" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "member_custom_role" ON "member" USING btree ("organization_id","custom_role_id");--> statement-breakpoint
CREATE INDEX "claimed_slug_by_age" ON "claimed_slug" USING btree ("organization_id","claimed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_role_name" ON "organization_role" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE INDEX "organization_role_creator" ON "organization_role" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "task_by_age" ON "task" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "task_by_change" ON "task" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "task_by_due_date" ON "task" USING btree ("organization_id",(CASE WHEN "due_date" IS NULL THEN 'infinity'::date ELSE "due_date" END),"id");--> statement-breakpoint
CREATE INDEX "task_by_priority" ON "task" USING btree ("organization_id","priority","created_at","id");--> statement-breakpoint
CREATE INDEX "task_by_assignee" ON "task" USING btree ("organization_id","assignee_id","created_at","id");--> statement-breakpoint
CREATE INDEX "task_creator" ON "task" USING btree ("created_by");--> statement-breakpoint
CREATE POLICY "user_of_app" ON "user" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "user_of_tenant" ON "user" AS PERMISSIVE FOR SELECT TO "gatehouse_tenant" USING (EXISTS (SELECT FROM member WHERE user_id = "user".id AND organization_id = tenant_organization_id()));--> statement-breakpoint
CREATE POLICY "audit_event_of_app" ON "audit_event" AS PERMISSIVE FOR SELECT TO "gatehouse_app" USING (visible_to_admins);--> statement-breakpoint
CREATE POLICY "audit_event_of_tenant" ON "audit_event" AS PERMISSIVE FOR SELECT TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "audit_event_in_trigger" ON "audit_event" AS PERMISSIVE FOR INSERT TO public WITH CHECK (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "security_event_of_app" ON "security_event" AS PERMISSIVE FOR SELECT TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "security_event_of_tenant" ON "security_event" AS PERMISSIVE FOR SELECT TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "security_event_in_function" ON "security_event" AS PERMISSIVE FOR ALL TO current_user USING (current_setting('app.records_refusals', true) = 'on');--> statement-breakpoint
CREATE POLICY "invitation_of_app" ON "invitation" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "invitation_of_tenant" ON "invitation" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "invitation_by_its_inviter" ON "invitation" AS RESTRICTIVE FOR INSERT TO "gatehouse_tenant" WITH CHECK (inviter_id = tenant_user_id() AND status = 'pending');--> statement-breakpoint
CREATE POLICY "invitation_while_pending" ON "invitation" AS RESTRICTIVE FOR UPDATE TO "gatehouse_tenant" USING (status = 'pending') WITH CHECK (status = 'canceled' OR (status = 'pending' AND inviter_id = tenant_user_id()));--> statement-breakpoint
CREATE POLICY "member_of_app" ON "member" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "member_of_tenant" ON "member" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "member_in_trigger" ON "member" AS PERMISSIVE FOR SELECT TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "claimed_slug_of_app" ON "claimed_slug" AS PERMISSIVE FOR SELECT TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "claimed_slug_of_tenant" ON "claimed_slug" AS PERMISSIVE FOR SELECT TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "claimed_slug_in_trigger" ON "claimed_slug" AS PERMISSIVE FOR ALL TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "organization_of_app" ON "organization" AS PERMISSIVE FOR ALL TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "organization_of_tenant" ON "organization" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "organization_in_trigger" ON "organization" AS PERMISSIVE FOR SELECT TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "organization_locked_in_trigger" ON "organization" AS PERMISSIVE FOR UPDATE TO current_user USING (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE POLICY "organization_role_of_tenant" ON "organization_role" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "organization_role_by_its_creator" ON "organization_role" AS RESTRICTIVE FOR INSERT TO "gatehouse_tenant" WITH CHECK (created_by = tenant_user_id());--> statement-breakpoint
CREATE POLICY "organization_role_of_app" ON "organization_role" AS PERMISSIVE FOR SELECT TO "gatehouse_app" USING (true);--> statement-breakpoint
CREATE POLICY "organization_role_locked_by_app" ON "organization_role" AS PERMISSIVE FOR UPDATE TO "gatehouse_app" USING (true) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "task_of_tenant" ON "task" AS PERMISSIVE FOR ALL TO "gatehouse_tenant" USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY "task_by_its_creator" ON "task" AS RESTRICTIVE FOR INSERT TO "gatehouse_tenant" WITH CHECK (created_by = tenant_user_id());