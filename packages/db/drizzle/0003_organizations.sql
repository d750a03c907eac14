-- Forced everywhere, so that it applies to the tables' owner too: with one database role for everything, that is the
-- app.
ALTER TABLE organization FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE claimed_slug FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON organization, member, invitation TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON organization, member TO gatehouse_tenant;--> statement-breakpoint
GRANT UPDATE (name, slug), DELETE ON organization TO gatehouse_exclusive;--> statement-breakpoint
GRANT UPDATE (role, custom_role_id), DELETE ON member TO gatehouse_exclusive;--> statement-breakpoint
-- Members write invitations inside their tenant transaction. They may write the hash but not read it, and can't delete
-- invitations.
GRANT SELECT (
	id, organization_id, inviter_id, email, role, custom_role_id, status, expires_at, sent_count, accepted_by, created_at
) ON invitation TO gatehouse_tenant;--> statement-breakpoint
GRANT INSERT (organization_id, inviter_id, email, role, custom_role_id, token_hash, expires_at)
	ON invitation TO gatehouse_tenant;--> statement-breakpoint
GRANT UPDATE (inviter_id, role, custom_role_id, status, token_hash, expires_at, sent_count, created_at)
	ON invitation TO gatehouse_tenant;--> statement-breakpoint
SELECT audit_table('organization', visible_to_admins => true);--> statement-breakpoint
SELECT audit_table('member', visible_to_admins => true);--> statement-breakpoint
SELECT audit_table('invitation', visible_to_admins => true);--> statement-breakpoint
SELECT protect_tenant_table('organization_role', writable_columns => '{name,permissions}', visible_to_admins => true);--> statement-breakpoint
-- The app reads a member's role in the statement that opens the scope, and locks it, which needs the UPDATE privilege.
GRANT SELECT, UPDATE (updated_at) ON organization_role TO gatehouse_app;--> statement-breakpoint
ALTER TABLE invitation DROP CONSTRAINT invitation_role_is_own,
	ADD CONSTRAINT invitation_role_is_own FOREIGN KEY (organization_id, custom_role_id)
		REFERENCES organization_role (organization_id, id) ON DELETE SET NULL (custom_role_id);--> statement-breakpoint

-- At most twenty roles in an organization. Each insert waits for the one before it; otherwise two at once would both
-- count nineteen. Runs as the role that inserts, which has to see the organization's roles in order to count them: the
-- tables' owner would see none and allow any number.
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

-- An organization that has had an owner keeps one until it is deleted as a whole. If two owners leave at once, the
-- second waits for the organization's row and counts the owners after the first has left. That works because each
-- statement here sees what was committed before it; a transaction with an older snapshot would still see the other
-- owner, so it is refused.
--
-- Runs as the tables' owner, who sees every row: to a role that doesn't see the organization, it would look deleted,
-- and the last owner could be removed.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF current_setting('transaction_isolation') <> 'read committed' THEN
		RAISE feature_not_supported USING MESSAGE = 'owners are changed in READ COMMITTED only';
	END IF;
	PERFORM FROM public.organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
	IF FOUND AND NOT EXISTS (
		SELECT FROM public.member WHERE organization_id = OLD.organization_id AND role = 'owner'
	) THEN
		RAISE check_violation USING MESSAGE = 'an organization keeps an owner', CONSTRAINT = 'organization_has_owner';
	END IF;
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON member
	FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner();--> statement-breakpoint

-- Deleting a user deletes their memberships. Everything that changes members locks the organization before the member
-- (packages/db/src/tenancy/tenant.ts); in the other order the two would deadlock.
CREATE FUNCTION hold_organizations_of_user() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	PERFORM FROM public.organization
		WHERE id IN (SELECT organization_id FROM public.member WHERE user_id = OLD.id)
		ORDER BY id FOR NO KEY UPDATE;
	RETURN OLD;
END
$$;--> statement-breakpoint
CREATE TRIGGER hold_organizations BEFORE DELETE ON "user"
	FOR EACH ROW EXECUTE FUNCTION hold_organizations_of_user();--> statement-breakpoint

-- The primary key allows each slug only once. A former slug redirects the organization's members, so no other
-- organization may take it. An organization keeps its last ten, or it could claim every name over time. It may take
-- back its own, and all are released when it is deleted. If two organizations request one slug at once, the second
-- waits and then finds it taken.
CREATE FUNCTION claim_slug() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO public.claimed_slug AS claim (slug, organization_id) VALUES (NEW.slug, NEW.id)
		ON CONFLICT (slug) DO UPDATE SET claimed_at = excluded.claimed_at
		WHERE claim.organization_id = excluded.organization_id;
	IF NOT FOUND THEN
		RAISE unique_violation USING MESSAGE = 'another organization has or had this slug', CONSTRAINT = 'organization_slug';
	END IF;
	DELETE FROM public.claimed_slug WHERE organization_id = NEW.id AND slug IN (
		SELECT former.slug FROM public.claimed_slug former
		WHERE former.organization_id = NEW.id AND former.slug <> NEW.slug
		ORDER BY former.claimed_at DESC, former.slug OFFSET 10
	);
	RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER claim_slug AFTER INSERT OR UPDATE OF slug ON organization
	FOR EACH ROW EXECUTE FUNCTION claim_slug();--> statement-breakpoint
-- Written by the trigger only.
GRANT SELECT ON claimed_slug TO gatehouse_app, gatehouse_tenant;--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_an_owner(), hold_organizations_of_user(), claim_slug() FROM PUBLIC;--> statement-breakpoint

-- Returns how many rows of each table belong to an organization. Volatile, so that it sees rows committed before it is
-- called: a statement that waited for a lock sees the rest of the database as of before the wait
-- (packages/db/src/organizations/changes.ts). Runs as its caller, so it counts only rows that the caller may see.
CREATE FUNCTION count_organization_rows(organization uuid, tables text[]) RETURNS jsonb LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	name text;
	rows bigint;
	counts jsonb := '{}';
BEGIN
	FOREACH name IN ARRAY tables LOOP
		EXECUTE format('SELECT count(*) FROM public.%I WHERE organization_id = $1', name) INTO rows USING organization;
		counts := counts || jsonb_build_object(name, rows);
	END LOOP;
	RETURN counts;
END
$$;
