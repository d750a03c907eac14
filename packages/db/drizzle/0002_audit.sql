-- Every change of these tables leaves a row in audit_event, in the same transaction: work and record commit together,
-- and no code path can forget to write it. Nobody may change or delete one: no role is granted it, and no policy lets the
-- owner.
--
-- Who, by which action and in which request stand in the transaction's settings (packages/db/src/tenancy/tenant.ts).
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
	WHERE before -> key IS DISTINCT FROM after -> key AND key NOT IN ('id', 'organization_id', 'updated_at');

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
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION record_audit_event() FROM PUBLIC;--> statement-breakpoint
-- The function runs as the tables' owner, who is bound by row-level security unless a superuser. This lets the owner
-- write from within a trigger, and at no other time.
CREATE POLICY event_from_trigger ON audit_event FOR INSERT WITH CHECK (pg_trigger_depth() > 0);--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON organization
	FOR EACH ROW EXECUTE FUNCTION record_audit_event();--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON member
	FOR EACH ROW EXECUTE FUNCTION record_audit_event();--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON invitation
	FOR EACH ROW EXECUTE FUNCTION record_audit_event();--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON task
	FOR EACH ROW EXECUTE FUNCTION record_audit_event();
