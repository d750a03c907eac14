-- Every change to an audited table adds a row to audit_event in the same transaction, so both commit together and no
-- code path can forget it. No one can change or delete these rows: no role has the privilege, and no policy allows the
-- owner.
--
-- Person, action and request are settings of the transaction (packages/db/src/tenancy/tenant.ts). The trigger's argument says
-- who sees the rows: with 'admins', super-admins do too; with anything else or nothing, only the organization itself.
CREATE FUNCTION record_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
		-- The hash of a link isn't recorded.
		AND key NOT IN ('id', 'organization_id', 'updated_at', 'token_hash');

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

-- Attaches the trigger and declares who sees the table's audit rows.
CREATE FUNCTION audit_table(of_table regclass, visible_to_admins boolean) RETURNS void LANGUAGE plpgsql
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	EXECUTE format(
		'CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.record_audit_event(%L)',
		of_table, CASE WHEN visible_to_admins THEN 'admins' ELSE 'organization' END);
END
$$;--> statement-breakpoint

-- Call it for every table built with `tenantTable` (packages/db/src/schema/tenant-table.ts), in the migration that
-- creates it. A row never moves to another organization or creator: those columns cannot be made writable.
CREATE FUNCTION protect_tenant_table(of_table regclass, writable_columns text[], visible_to_admins boolean DEFAULT false)
	RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	fixed text[] := ARRAY['id', 'organization_id', 'created_by', 'created_at'];
BEGIN
	IF writable_columns && fixed THEN
		RAISE invalid_parameter_value USING MESSAGE = format('writable_columns must not include any of %s', fixed);
	END IF;
	-- Forced, so that it applies to the table's owner too: with one database role for everything, that is the app.
	EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', of_table);
	EXECUTE format('GRANT SELECT, INSERT, DELETE ON %s TO gatehouse_tenant', of_table);
	EXECUTE format('GRANT UPDATE (%s) ON %s TO gatehouse_tenant',
		(SELECT string_agg(format('%I', name), ', ') FROM unnest(writable_columns || 'updated_at'::text) AS name), of_table);
	PERFORM public.audit_table(of_table, visible_to_admins);
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_audit_event(), audit_table(regclass, boolean),
	protect_tenant_table(regclass, text[], boolean) FROM PUBLIC;--> statement-breakpoint

ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT ON audit_event TO gatehouse_app, gatehouse_tenant;
