-- Search by trigrams. Row-level security runs its policy before any operator that may leak what it sees, and ILIKE is such
-- an operator, so a tenant transaction can't search an index. A role of its own reads the IDs of what matches, and only
-- those columns that are searched. Like the roles in 0000_roles.sql: no login, and never inherited by the app.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_search') THEN
		BEGIN
			CREATE ROLE gatehouse_search NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			NULL;
		END;
	END IF;
	IF NOT EXISTS (
		SELECT FROM pg_auth_members
		WHERE roleid = 'gatehouse_search'::regrole AND member = 'gatehouse_app'::regrole AND set_option AND NOT inherit_option
	) THEN
		BEGIN
			GRANT gatehouse_search TO gatehouse_app WITH INHERIT FALSE, SET TRUE;
		EXCEPTION WHEN unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gatehouse_search;--> statement-breakpoint

-- Call it for a table built with `tenantTable` whose texts people search, in the migration that creates it. Call it again
-- to search other columns.
CREATE FUNCTION make_searchable(of_table regclass, columns text[]) RETURNS void LANGUAGE plpgsql
	SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	search_index text := format('%I', (SELECT relname FROM pg_class WHERE oid = of_table) || '_search');
	names text := (SELECT string_agg(format('%I', name), ', ') FROM unnest(columns) AS name);
	-- A line feed, which no search contains, keeps a match from spanning two columns.
	searched text := (SELECT string_agg(format('%I', name), ' || E''\n'' || ') FROM unnest(columns) AS name);
BEGIN
	EXECUTE format('DROP INDEX IF EXISTS %s', search_index);
	EXECUTE format('CREATE INDEX %s ON %s USING gin (organization_id, (%s) gin_trgm_ops)', search_index, of_table, searched);
	EXECUTE format('REVOKE ALL ON %s FROM gatehouse_search', of_table);
	EXECUTE format('GRANT SELECT (id, organization_id, created_at, %s) ON %s TO gatehouse_search', names, of_table);
	EXECUTE format('DROP POLICY IF EXISTS searched ON %s', of_table);
	EXECUTE format('CREATE POLICY searched ON %s FOR SELECT TO gatehouse_search USING (true)', of_table);
END
$$;--> statement-breakpoint

-- Returns the IDs of the organization's rows that match a pattern; null if they are too many to list, or if the pattern is
-- too short to have a trigram. Then they are so common that reading the rows in the list's order soon finds a page of them.
SET check_function_bodies = off;--> statement-breakpoint
CREATE FUNCTION matching_ids(of_table regclass, pattern text) RETURNS uuid[] LANGUAGE plpgsql STABLE
	SET role = 'gatehouse_search' SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	organization uuid := tenant_organization_id();
	searched text;
	found uuid[];
	common boolean;
BEGIN
	IF length(pattern) < length('%abc%') THEN
		RETURN NULL;
	END IF;
	SELECT pg_get_indexdef(indexrelid, 2, false) INTO STRICT searched FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
	WHERE indrelid = of_table AND relname = (SELECT relname FROM pg_class WHERE oid = of_table) || '_search';

	-- Collecting the matches of a common word would take far longer than this.
	EXECUTE format('SELECT count(*) > 40 FROM (SELECT * FROM (SELECT %2$s AS content FROM %1$s WHERE organization_id = $1
		ORDER BY created_at DESC, id DESC LIMIT 2000) AS newest WHERE content ILIKE $2 LIMIT 41) AS matches', of_table, searched)
	INTO common USING organization, pattern;
	IF common THEN
		RETURN NULL;
	END IF;

	EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %1$s WHERE organization_id = $1 AND (%2$s) ILIKE $2 LIMIT 1001)
		AS matches', of_table, searched)
	INTO found USING organization, pattern;
	RETURN CASE WHEN cardinality(found) > 1000 THEN NULL ELSE coalesce(found, '{}') END;
END
$$;--> statement-breakpoint
RESET check_function_bodies;--> statement-breakpoint
REVOKE ALL ON FUNCTION make_searchable(regclass, text[]), matching_ids(regclass, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION matching_ids(regclass, text) TO gatehouse_tenant, gatehouse_search;--> statement-breakpoint
SELECT make_searchable('task', '{title,description}');
