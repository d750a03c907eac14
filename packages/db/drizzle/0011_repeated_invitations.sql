-- An invitation's email has the ID of the form that caused it, so a form that is sent twice is recognized. The
-- organization's rows only, as for the other columns.
GRANT SELECT (id) ON mail TO gatehouse_tenant;
