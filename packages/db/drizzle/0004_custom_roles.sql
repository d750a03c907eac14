-- Roles that an organization makes for itself. A member or an invitation of the role 'custom' refers to one by the
-- organization and the id together, so that none can refer to another organization's.
CREATE TABLE "organization_role" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"permissions" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_role_of_organization" UNIQUE("organization_id","id"),
	CONSTRAINT "organization_role_name_shape" CHECK (length("organization_role"."name") BETWEEN 1 AND 40 AND "organization_role"."name" = btrim("organization_role"."name")),
	CONSTRAINT "organization_role_name_free" CHECK (lower("organization_role"."name") NOT IN ('owner', 'admin', 'editor', 'viewer', 'custom')),
	CONSTRAINT "organization_role_permissions_shape" CHECK (jsonb_typeof("organization_role"."permissions") = 'object' AND length("organization_role"."permissions"::text) <= 2000)
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "organization_role" ADD CONSTRAINT "organization_role_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_role" ADD CONSTRAINT "organization_role_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organization_role_name" ON "organization_role" USING btree ("organization_id",lower("name"));--> statement-breakpoint
CREATE INDEX "organization_role_creator" ON "organization_role" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_role_is_own" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."organization_role"("organization_id","id") ON DELETE set null ("custom_role_id") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_role_is_own" FOREIGN KEY ("organization_id","custom_role_id") REFERENCES "public"."organization_role"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_custom_role" ON "invitation" USING btree ("organization_id","custom_role_id");--> statement-breakpoint
CREATE INDEX "member_custom_role" ON "member" USING btree ("organization_id","custom_role_id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_custom_role" CHECK (("invitation"."role" IS NOT DISTINCT FROM 'custom') = ("invitation"."custom_role_id" IS NOT NULL)
        OR ("invitation"."status" <> 'pending' AND "invitation"."custom_role_id" IS NULL));--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_custom_role" CHECK (("member"."role" = 'custom') = ("member"."custom_role_id" IS NOT NULL));--> statement-breakpoint

-- At most twenty in an organization. Whoever adds one waits for who is adding another; otherwise two at once would both
-- count nineteen. Runs as who inserts, who has to see the organization's roles in order to count them: the owner of the
-- tables would see none, and let every one in.
CREATE FUNCTION limit_organization_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(hashtextextended('organization_role ' || NEW.organization_id, 0));
	IF (SELECT count(*) FROM public.organization_role WHERE organization_id = NEW.organization_id) >= 20 THEN
		RAISE check_violation USING MESSAGE = 'the organization has as many roles as it may have',
			CONSTRAINT = 'organization_role_count';
	END IF;
	RETURN NEW;
END
$$;--> statement-breakpoint
CREATE TRIGGER count_roles BEFORE INSERT ON organization_role
	FOR EACH ROW EXECUTE FUNCTION limit_organization_roles();--> statement-breakpoint

-- The app reads a member's role in the statement that opens the scope; all else happens inside of it.
GRANT SELECT ON organization_role TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON organization_role TO gatehouse_tenant;--> statement-breakpoint
GRANT UPDATE (name, permissions, updated_at) ON organization_role TO gatehouse_tenant;--> statement-breakpoint
ALTER TABLE organization_role ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY app_every_role ON organization_role FOR SELECT TO gatehouse_app USING (true);--> statement-breakpoint
CREATE POLICY tenant_roles ON organization_role TO gatehouse_tenant
	USING (organization_id = tenant_organization_id());--> statement-breakpoint
CREATE POLICY tenant_roles_by_their_creator ON organization_role AS RESTRICTIVE FOR INSERT TO gatehouse_tenant
	WITH CHECK (created_by = tenant_user_id());--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON organization_role
	FOR EACH ROW EXECUTE FUNCTION record_audit_event();
