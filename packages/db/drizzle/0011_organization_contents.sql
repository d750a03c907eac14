-- What an organization holds at this moment. Volatile, so that it looks anew where it is called: a statement that has waited
-- for a lock sees the rest of the database as it was before it waited (packages/db/src/organizations/changes.ts).
CREATE FUNCTION organization_contents(organization uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE
	SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	RETURN jsonb_build_object(
		'tasks', (SELECT count(*) FROM public.task WHERE organization_id = organization),
		'members', (SELECT count(*) FROM public.member WHERE organization_id = organization),
		'invitations', (SELECT count(*) FROM public.invitation WHERE organization_id = organization)
	);
END
$$;
