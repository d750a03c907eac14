SELECT protect_tenant_table('task', writable_columns => '{title,description,status,priority,assignee_id,due_date}', visible_to_admins => false);--> statement-breakpoint
ALTER TABLE task DROP CONSTRAINT task_assignee_is_member,
	ADD CONSTRAINT task_assignee_is_member FOREIGN KEY (organization_id, assignee_id)
		REFERENCES member (organization_id, user_id) ON DELETE SET NULL (assignee_id);
