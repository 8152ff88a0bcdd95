"""How large a table of someone's own may be."""

#: Of a file in bytes.
MAX_BYTES = 10_000_000
#: Rows below the header.
MAX_ROWS = 20_000
#: Columns.
MAX_COLUMNS = 200
#: Lines of a sheet that are looked at, empty ones included.
MAX_LINES = 100_000
