-- A scope that may write holds the role of its member until it ends, as it holds the membership (packages/db/src/tenancy/tenant.ts):
-- what the role allows is not taken away in the middle of a call. Postgres asks for the right to update of whoever locks a
-- row, and of the policy too; no row passes the check, so locking is all that comes of it.
GRANT UPDATE (updated_at) ON organization_role TO gatehouse_app;--> statement-breakpoint
CREATE POLICY app_holds_roles ON organization_role FOR UPDATE TO gatehouse_app USING (true) WITH CHECK (false);
