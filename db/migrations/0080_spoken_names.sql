-- Names as people type them: « saint denis » is Saint-Denis.

-- the beginning of a question that is the whole name of a sheet comes before the sheets that only mention it
create index sheet_names_spoken on sheet_names (replace(plain, '-', ' '));
