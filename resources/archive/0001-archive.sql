-- The central archive, version 1. Frozen once released: what must change comes in a file of its own.
--
-- Who may do what: whoever owns this schema keeps the archive and may send for any station; a station's own login may
-- execute the functions granted by register_station and touches no table. The functions run as the owner and ask
-- session_user who is calling.

create table desk_archive.station (
  code text primary key check (code ~ '^[A-Z][A-Z0-9]{1,3}$'),
  -- Raw Ed25519 key, base64. A batch with another key is refused.
  public_key text not null,
  -- The station's own login; null while only the keeper sends for it.
  login name unique,
  registered_by name not null default session_user,
  registered_at timestamptz not null default now()
);

-- How far each station has got. Its row is the lock that lets one delivery at a time be judged.
create table desk_archive.station_cursor (
  station text primary key references desk_archive.station (code),
  last_number integer not null default 0,
  last_seq bigint not null default 0,
  last_hash text not null default repeat('0', 64),
  last_manifest_hash text not null default repeat('0', 64)
);

-- One row per entry, the line exactly as it is in entries.jsonl: text, because jsonb would change its bytes. Each
-- station has a partition of its own, so seq alone finds the row, and comparing numbers first makes filling it cheaper.
create table desk_archive.journal (
  station text not null,
  seq bigint not null,
  line text not null,
  primary key (seq, station)
) partition by list (station);

-- Stored by content, once however many batches name it.
create table desk_archive.document (
  station text not null references desk_archive.station (code),
  sha256 text not null,
  bytes bytea not null,
  primary key (station, sha256)
);
-- Word documents are zipped already.
alter table desk_archive.document alter column bytes set storage external;

create table desk_archive.batch (
  station text not null references desk_archive.station (code),
  number integer not null,
  from_seq bigint not null,
  to_seq bigint not null,
  entry_count integer not null,
  -- Canonical JSON, the very text that is signed.
  manifest text not null,
  manifest_hash text not null,
  signature text not null,
  primary key (station, number)
);

-- Came before their predecessors; not part of the archive yet.
create table desk_archive.held_batch (
  station text not null references desk_archive.station (code),
  number integer not null,
  manifest text not null,
  signature text not null,
  entries bytea not null,
  -- One after the other, in the order of the manifest.
  documents bytea not null,
  primary key (station, number)
);
alter table desk_archive.held_batch alter column entries set storage external;
alter table desk_archive.held_batch alter column documents set storage external;

create table desk_archive.receipt (
  station text not null references desk_archive.station (code),
  number integer not null,
  manifest_hash text not null,
  entry_count integer not null,
  outcome text not null check (outcome in ('accepted', 'held', 'refused')),
  reason text,
  received_at timestamptz not null,
  primary key (station, number)
);

create function desk_archive.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the archive only ever grows: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger only_grows before update or delete on desk_archive.journal
  for each row execute function desk_archive.refuse_change();
create trigger only_grows before update or delete on desk_archive.batch
  for each row execute function desk_archive.refuse_change();
create trigger only_grows before update or delete on desk_archive.document
  for each row execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.journal
  for each statement execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.batch
  for each statement execute function desk_archive.refuse_change();
create trigger never_emptied before truncate on desk_archive.document
  for each statement execute function desk_archive.refuse_change();

create function desk_archive.schema_version() returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select max(version) from desk_archive.migration
$$;

create function desk_archive.is_keeper() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select pg_has_role(session_user, nspowner, 'MEMBER') from pg_namespace where nspname = 'desk_archive'
$$;

-- A login that is given may from then on send for this station and for no other.
create function desk_archive.register_station(code text, public_key text, login name default null) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  partition constant text := 'journal_' || lower(code);
begin
  insert into desk_archive.station (code, public_key, login) values (code, public_key, login);
  insert into desk_archive.station_cursor (station) values (code);
  execute format('create table desk_archive.%I partition of desk_archive.journal for values in (%L)', partition, code);
  execute format('create trigger never_emptied before truncate on desk_archive.%I
    for each statement execute function desk_archive.refuse_change()', partition);
  if login is not null then
    execute format('grant usage on schema desk_archive to %I', login);
    execute format('grant execute on function desk_archive.schema_version(),
      desk_archive.submit_batch(text, text, bytea, bytea), desk_archive.receipt_for(text, integer),
      desk_archive.highest_held(text) to %I', login);
  end if;
end
$$;

-- Why the caller may not send for this station, null when it may. A station nobody knows is registered with the key of
-- its first batch when the keeper brings it: the keeper could register it anyway.
create function desk_archive.admit(code text, key text) returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  known desk_archive.station;
begin
  select * into known from desk_archive.station s where s.code = admit.code;
  if not found then
    if not desk_archive.is_keeper() then
      return 'unknownStation';
    end if;
    -- Two first deliveries at once: the second finds what the first has registered.
    perform pg_advisory_xact_lock(hashtext('desk_archive.station'));
    select * into known from desk_archive.station s where s.code = admit.code;
    if not found then
      perform desk_archive.register_station(code, key);
      return null;
    end if;
  end if;
  if known.login is distinct from session_user and not desk_archive.is_keeper() then
    return 'notYourStation';
  end if;
  if known.public_key <> key then
    return 'wrongKey';
  end if;
  return null;
end
$$;

create function desk_archive.may_see(code text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select desk_archive.is_keeper()
    or exists (select from desk_archive.station s where s.code = may_see.code and s.login = session_user)
$$;

-- Where each document of a manifest lies among the bytes of all of them, counted from 1.
create function desk_archive.document_places(m jsonb)
returns table (path text, sha256 text, size integer, start integer)
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select f.path, f.sha256, f.size, (1 + sum(f.size) over (order by f.place) - f.size)::integer
  from rows from (jsonb_to_recordset(m -> 'files') as (path text, size integer, sha256 text)) with ordinality
    as f (path, size, sha256, place)
  where f.path <> 'entries.jsonl'
$$;

create function desk_archive.accept_batch(
  manifest text, signature text, entries bytea, documents bytea, received timestamptz
) returns void
language plpgsql set search_path = pg_catalog, pg_temp set work_mem = '64MB' as $$
declare
  m constant jsonb := manifest::jsonb;
  code constant text := m ->> 'station';
  first_seq constant bigint := (m ->> 'fromSeq')::bigint;
  final_seq constant bigint := (m ->> 'toSeq')::bigint;
  own_hash constant text := encode(sha256(convert_to(manifest, 'UTF8')), 'hex');
  lines bigint;
begin
  insert into desk_archive.journal (station, seq, line)
    select code, first_seq + place - 1, line
    from string_to_table(convert_from(entries, 'UTF8'), E'\n') with ordinality as file (line, place)
    -- Nothing follows the last line feed.
    where line <> '';
  get diagnostics lines = row_count;

  if lines <> (m ->> 'entryCount')::bigint or lines <> final_seq - first_seq + 1
    or (select line::jsonb ->> 'prevHash' from desk_archive.journal where station = code and seq = first_seq)
      is distinct from m ->> 'firstPrevHash'
    or (select line::jsonb ->> 'hash' from desk_archive.journal where station = code and seq = final_seq)
      is distinct from m ->> 'lastHash'
  then
    raise exception 'batch % of station % is not what its manifest says', m ->> 'number', code
      using errcode = 'data_exception';
  end if;

  insert into desk_archive.document (station, sha256, bytes)
    select code, d.sha256, substr(documents, d.start, d.size) from desk_archive.document_places(m) d
    on conflict do nothing;
  insert into desk_archive.batch (station, number, from_seq, to_seq, entry_count, manifest, manifest_hash, signature)
    values (code, (m ->> 'number')::integer, first_seq, final_seq, lines, manifest, own_hash, signature);
  insert into desk_archive.receipt (station, number, manifest_hash, entry_count, outcome, received_at)
    values (code, (m ->> 'number')::integer, own_hash, lines, 'accepted', received)
    on conflict on constraint receipt_pkey do update
      set manifest_hash = excluded.manifest_hash, entry_count = excluded.entry_count, outcome = 'accepted',
        reason = null, received_at = excluded.received_at;
  update desk_archive.station_cursor c
    set last_number = (m ->> 'number')::integer, last_seq = final_seq, last_hash = m ->> 'lastHash',
      last_manifest_hash = own_hash
    where c.station = code;
end
$$;

create function desk_archive.follows(m jsonb, place desk_archive.station_cursor) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (m ->> 'number')::integer = place.last_number + 1
    and (m ->> 'fromSeq')::bigint = place.last_seq + 1
    and m ->> 'firstPrevHash' = place.last_hash
    and m ->> 'previousManifestHash' = place.last_manifest_hash
$$;

-- Path of the first file that is not what the manifest says, null when all are.
create function desk_archive.damaged_file(m jsonb, entries bytea, documents bytea) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select f.path
  from jsonb_to_recordset(m -> 'files') as f (path text, size bigint, sha256 text)
  where f.path = 'entries.jsonl' and (f.size <> length(entries) or f.sha256 <> encode(sha256(entries), 'hex'))
  union all
  select d.path
  from desk_archive.document_places(m) d
  where d.sha256 <> encode(sha256(substr(documents, d.start, d.size)), 'hex')
  union all
  select 'documents'
  where length(documents) <> (select coalesce(sum(d.size), 0) from desk_archive.document_places(m) d)
  limit 1
$$;

-- Takes in what was held and now follows, as far as it goes.
create function desk_archive.settle(code text, received timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  place desk_archive.station_cursor;
  held desk_archive.held_batch;
begin
  loop
    select * into place from desk_archive.station_cursor c where c.station = code;
    delete from desk_archive.held_batch h where h.station = code and h.number = place.last_number + 1
      returning * into held;
    exit when not found;
    if desk_archive.follows(held.manifest::jsonb, place) then
      perform desk_archive.accept_batch(held.manifest, held.signature, held.entries, held.documents, received);
    else
      update desk_archive.receipt r set outcome = 'refused', reason = 'doesNotFollow', received_at = received
        where r.station = code and r.number = held.number;
    end if;
  end loop;
end
$$;

-- The one way in. The whole batch is one value of one statement: it is stored or it is not, whatever happens to the
-- connection, and asked again it gives the same answer.
create function desk_archive.submit_batch(manifest text, signature text, entries bytea, documents bytea,
  out outcome text, out reason text, out detail text, out awaiting integer, out received_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  m constant jsonb := manifest::jsonb;
  code constant text := m ->> 'station';
  batch_number constant integer := (m ->> 'number')::integer;
  own_hash constant text := encode(sha256(convert_to(manifest, 'UTF8')), 'hex');
  place desk_archive.station_cursor;
  known desk_archive.receipt;
begin
  received_at := date_trunc('milliseconds', clock_timestamp());
  outcome := 'refused';
  reason := desk_archive.admit(code, m ->> 'publicKey');
  if reason is not null then
    return;
  end if;

  select * into place from desk_archive.station_cursor c where c.station = code for update;
  select * into known from desk_archive.receipt r
    where r.station = code and r.number = batch_number and r.outcome <> 'refused';
  if found then
    if known.manifest_hash <> own_hash then
      reason := 'differentContent';
      return;
    end if;
    outcome := known.outcome;
    received_at := known.received_at;
    awaiting := case when known.outcome = 'held' then place.last_number + 1 end;
    return;
  end if;

  detail := desk_archive.damaged_file(m, entries, documents);
  if detail is not null then
    reason := 'damagedFile';
    return;
  end if;
  if batch_number <= place.last_number + 1 then
    if not desk_archive.follows(m, place) then
      reason := 'doesNotFollow';
      return;
    end if;
    outcome := 'accepted';
    perform desk_archive.accept_batch(manifest, signature, entries, documents, received_at);
    perform desk_archive.settle(code, received_at);
    return;
  end if;

  outcome := 'held';
  awaiting := place.last_number + 1;
  insert into desk_archive.held_batch (station, number, manifest, signature, entries, documents)
    values (code, batch_number, manifest, signature, entries, documents);
  insert into desk_archive.receipt (station, number, manifest_hash, entry_count, outcome, received_at)
    values (code, batch_number, own_hash, (m ->> 'entryCount')::integer, outcome, received_at)
    on conflict on constraint receipt_pkey do update
      set manifest_hash = excluded.manifest_hash, entry_count = excluded.entry_count, outcome = excluded.outcome,
        reason = null, received_at = excluded.received_at;
end
$$;

create function desk_archive.receipt_for(code text, batch_number integer)
returns table (manifest_hash text, entry_count integer, outcome text, reason text, awaiting integer, received_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.manifest_hash, r.entry_count, r.outcome, r.reason,
    case when r.outcome = 'held' then c.last_number + 1 end, r.received_at
  from desk_archive.receipt r join desk_archive.station_cursor c using (station)
  where r.station = code and r.number = batch_number and desk_archive.may_see(code)
$$;

create function desk_archive.highest_held(code text)
returns table (number integer, to_seq bigint, last_hash text, manifest_hash text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.last_number, c.last_seq, c.last_hash, c.last_manifest_hash
  from desk_archive.station_cursor c
  where c.station = code and c.last_number > 0 and desk_archive.may_see(code)
$$;

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

revoke all on all functions in schema desk_archive from public;
