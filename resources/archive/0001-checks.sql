-- What the keeper can check at any time with nothing but PostgreSQL.

-- Checks a station's chain with nothing but PostgreSQL: each entry's hash is SHA-256 of the hash before it, as hex,
-- followed by the line without its own "hash" and "prevHash". In canonical JSON the last ,"hash":" of a line is the
-- entry's own, as only plain texts and numbers come after it. No row means that nothing was changed.
create function desk_archive.broken_entries(code text) returns table (seq bigint, fault text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with tails as (
    select j.seq, j.line, split_part(j.line, ',"hash":"', -1) as tail, split_part(j.line, ',"prevHash":"', -1) as rest
    from desk_archive.journal j where j.station = code
  ), entries as (
    select t.seq, left(tail, 64) as hash, left(rest, 64) as prev_hash,
      left(line, length(line) - length(tail) - 9)
        || substr(tail, 66, length(tail) - length(rest) - 78)
        || substr(rest, 66) as hashed,
      regexp_match(substr(rest, 65, 60), '^","seq":([0-9]+),"station":"([A-Z0-9]+)",') as place
    from tails t
    where length(tail) > length(rest) + 78
  ), chain as (
    select e.*, lag(e.seq) over one_by_one as seq_before, lag(e.hash) over one_by_one as hash_before
    from entries e window one_by_one as (order by e.seq)
  ), faults as (
    select c.seq, case
        when place[1]::bigint is distinct from c.seq or place[2] <> code or c.seq <> coalesce(seq_before + 1, 1) then 'number'
        when prev_hash <> coalesce(hash_before, repeat('0', 64)) then 'chain'
        when encode(sha256(convert_to(prev_hash || hashed, 'UTF8')), 'hex') <> hash then 'hash' end as fault
    from chain c
  )
  select f.seq, f.fault from faults f where f.fault is not null
  union all
  select t.seq, 'unreadable' from tails t where length(tail) <= length(rest) + 78
  order by 1
$$;

-- The batches whose lines are not, byte for byte, the file that the station signed. No row means that all are.
create function desk_archive.damaged_batches(code text) returns table (number integer)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select b.number
  from desk_archive.batch b,
    lateral jsonb_to_recordset(b.manifest::jsonb -> 'files') as f (path text, sha256 text)
  where b.station = code and f.path = 'entries.jsonl' and f.sha256 is distinct from (
    select encode(sha256(convert_to(string_agg(j.line || E'\n', '' order by j.seq), 'UTF8')), 'hex')
    from desk_archive.journal j where j.station = code and j.seq between b.from_seq and b.to_seq
  )
  order by b.number
$$;

revoke all on all functions in schema desk_archive from public;
