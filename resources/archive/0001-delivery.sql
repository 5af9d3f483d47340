-- A batch is delivered in one transaction:
--   open_batch    says whether the batch is known, refused, early or expected, and locks the station until the end
--   COPY          puts the lines of an expected batch into the station's part of the journal
--   submit_batch  compares what has come with the manifest and makes it part of the archive
--   hold_batch    instead of the two: keeps a batch that came before its predecessor
-- Asked again, open_batch gives the same answer, so a delivery that broke off anywhere is simply repeated.

-- Where each document of a manifest lies among the bytes of all of them, counted from 1.
create function desk_archive.document_places(m jsonb)
returns table (path text, sha256 text, size integer, start integer)
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select f.path, f.sha256, f.size, (1 + sum(f.size) over (order by f.place) - f.size)::integer
  from rows from (jsonb_to_recordset(m -> 'files') as (path text, size integer, sha256 text)) with ordinality
    as f (path, size, sha256, place)
  where f.path <> 'entries.jsonl'
$$;

-- Makes the lines that lie behind the station's cursor part of the archive, when they are what the manifest says.
create function desk_archive.accept_batch(manifest text, signature text, documents bytea, received timestamptz) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  m constant jsonb := manifest::jsonb;
  code constant text := m ->> 'station';
  first_seq constant bigint := (m ->> 'fromSeq')::bigint;
  final_seq constant bigint := (m ->> 'toSeq')::bigint;
  entry_count constant bigint := (m ->> 'entryCount')::bigint;
  own_hash constant text := encode(sha256(convert_to(manifest, 'UTF8')), 'hex');
begin
  insert into desk_archive.document (station, sha256, bytes)
    select code, d.sha256, substr(documents, d.start, d.size) from desk_archive.document_places(m) d
    on conflict do nothing;
  insert into desk_archive.batch (station, number, from_seq, to_seq, entry_count, manifest, manifest_hash, signature)
    values (code, (m ->> 'number')::integer, first_seq, final_seq, entry_count, manifest, own_hash, signature);
  insert into desk_archive.receipt (station, number, manifest_hash, entry_count, outcome, received_at)
    values (code, (m ->> 'number')::integer, own_hash, entry_count, 'accepted', received)
    on conflict on constraint receipt_pkey do update
      set manifest_hash = excluded.manifest_hash, entry_count = excluded.entry_count, outcome = 'accepted',
        reason = null, received_at = excluded.received_at;
  update desk_archive.station_cursor c
    set last_number = (m ->> 'number')::integer, last_seq = final_seq, last_hash = m ->> 'lastHash',
      last_manifest_hash = own_hash
    where c.station = code;
end
$$;

-- Whether the lines behind the station's cursor are as many, at the same places and as long as the manifest says, and
-- begin and end with the hashes it names.
create function desk_archive.lines_fit(m jsonb, last_seq bigint) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
-- Without fresh statistics the planner would read the whole journal for its last lines.
set enable_seqscan = off set enable_bitmapscan = off as $$
  select count(*) = (m ->> 'entryCount')::bigint
    and min(j.seq) = (m ->> 'fromSeq')::bigint
    and max(j.seq) = (m ->> 'toSeq')::bigint
    and sum(octet_length(j.line) + 1) = (
      select f.size from jsonb_to_recordset(m -> 'files') as f (path text, size bigint) where f.path = 'entries.jsonl'
    )
    and exists (
      select from desk_archive.journal j
      where j.station = m ->> 'station' and j.seq = (m ->> 'fromSeq')::bigint
        and j.line::jsonb ->> 'prevHash' = m ->> 'firstPrevHash'
    )
    and exists (
      select from desk_archive.journal j
      where j.station = m ->> 'station' and j.seq = (m ->> 'toSeq')::bigint
        and j.line::jsonb ->> 'hash' = m ->> 'lastHash'
    )
  from desk_archive.journal j
  where j.station = m ->> 'station' and j.seq > last_seq
$$;

create function desk_archive.follows(m jsonb, place desk_archive.station_cursor) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select (m ->> 'number')::integer = place.last_number + 1
    and (m ->> 'fromSeq')::bigint = place.last_seq + 1
    and m ->> 'firstPrevHash' = place.last_hash
    and m ->> 'previousManifestHash' = place.last_manifest_hash
$$;

-- Path of the first document that is not what the manifest says, null when all are.
create function desk_archive.damaged_document(m jsonb, documents bytea) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
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
      insert into desk_archive.journal (station, seq, line)
        select code, place.last_seq + file.place, file.line
        from string_to_table(convert_from(held.entries, 'UTF8'), E'\n') with ordinality as file (line, place)
        -- Nothing follows the last line feed.
        where file.line <> '';
      if not desk_archive.lines_fit(held.manifest::jsonb, place.last_seq) then
        raise exception 'held batch % of station % is not what its manifest says', held.number, code
          using errcode = 'data_corrupted';
      end if;
      perform desk_archive.accept_batch(held.manifest, held.signature, held.documents, received);
    else
      update desk_archive.receipt r set outcome = 'refused', reason = 'doesNotFollow', received_at = received
        where r.station = code and r.number = held.number;
    end if;
  end loop;
end
$$;

-- The answer to a batch that is known or refused; else no outcome and, when its lines are expected, the table they go
-- into, or the number that is awaited before it.
create function desk_archive.open_batch(manifest text, signature text,
  out outcome text, out reason text, out detail text, out awaiting integer, out received_at timestamptz, out target text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  m constant jsonb := manifest::jsonb;
  code constant text := m ->> 'station';
  batch_number constant integer := (m ->> 'number')::integer;
  place desk_archive.station_cursor;
  known desk_archive.receipt;
begin
  received_at := date_trunc('milliseconds', clock_timestamp());
  reason := desk_archive.admit(code, m ->> 'publicKey');
  if reason is not null then
    outcome := 'refused';
    return;
  end if;

  select * into place from desk_archive.station_cursor c where c.station = code for update;
  select * into known from desk_archive.receipt r
    where r.station = code and r.number = batch_number and r.outcome <> 'refused';
  if found then
    if known.manifest_hash <> encode(sha256(convert_to(manifest, 'UTF8')), 'hex') then
      outcome := 'refused';
      reason := 'differentContent';
      return;
    end if;
    outcome := known.outcome;
    received_at := known.received_at;
    awaiting := case when known.outcome = 'held' then place.last_number + 1 end;
    return;
  end if;

  if batch_number > place.last_number + 1 then
    awaiting := place.last_number + 1;
  elsif desk_archive.follows(m, place) then
    target := 'journal_' || lower(code);
  else
    outcome := 'refused';
    reason := 'doesNotFollow';
    return;
  end if;
  insert into desk_archive.opening (station, manifest, signature) values (code, manifest, signature);
end
$$;

-- The batch that is open in this transaction; an error when there is none.
create function desk_archive.opened(code text) returns desk_archive.opening
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  found_opening desk_archive.opening;
begin
  select * into found_opening from desk_archive.opening o
    where o.station = code and o.transaction = pg_current_xact_id();
  if not found or not desk_archive.may_see(code) then
    raise exception 'no batch of station % is open in this transaction', code using errcode = 'insufficient_privilege';
  end if;
  return found_opening;
end
$$;

-- A refusal leaves the opening behind, so that the transaction cannot be committed.
create function desk_archive.submit_batch(code text, documents bytea,
  out outcome text, out reason text, out detail text, out awaiting integer, out received_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  opening constant desk_archive.opening := desk_archive.opened(code);
  m constant jsonb := opening.manifest::jsonb;
  place desk_archive.station_cursor;
begin
  received_at := date_trunc('milliseconds', clock_timestamp());
  outcome := 'refused';
  select * into place from desk_archive.station_cursor c where c.station = code;
  detail := case when desk_archive.lines_fit(m, place.last_seq) then desk_archive.damaged_document(m, documents)
    else 'entries.jsonl' end;
  if detail is not null or not desk_archive.follows(m, place) then
    reason := 'damagedFile';
    return;
  end if;
  outcome := 'accepted';
  perform desk_archive.accept_batch(opening.manifest, opening.signature, documents, received_at);
  perform desk_archive.settle(code, received_at);
  delete from desk_archive.opening o where o.station = code;
end
$$;

create function desk_archive.hold_batch(code text, entries bytea, documents bytea,
  out outcome text, out reason text, out detail text, out awaiting integer, out received_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  opening constant desk_archive.opening := desk_archive.opened(code);
  m constant jsonb := opening.manifest::jsonb;
  batch_number constant integer := (m ->> 'number')::integer;
begin
  received_at := date_trunc('milliseconds', clock_timestamp());
  outcome := 'refused';
  detail := case
    when (select f.sha256 from jsonb_to_recordset(m -> 'files') as f (path text, sha256 text)
          where f.path = 'entries.jsonl') is distinct from encode(sha256(entries), 'hex') then 'entries.jsonl'
    else desk_archive.damaged_document(m, documents) end;
  if detail is not null then
    reason := 'damagedFile';
    return;
  end if;
  select c.last_number + 1 into awaiting from desk_archive.station_cursor c where c.station = code;
  if batch_number <= awaiting then
    raise exception 'batch % of station % is expected now and need not be held', batch_number, code;
  end if;
  outcome := 'held';
  insert into desk_archive.held_batch (station, number, manifest, signature, entries, documents)
    values (code, batch_number, opening.manifest, opening.signature, entries, documents);
  insert into desk_archive.receipt (station, number, manifest_hash, entry_count, outcome, received_at)
    values (code, batch_number, encode(sha256(convert_to(opening.manifest, 'UTF8')), 'hex'),
      (m ->> 'entryCount')::integer, outcome, received_at)
    on conflict on constraint receipt_pkey do update
      set manifest_hash = excluded.manifest_hash, entry_count = excluded.entry_count, outcome = excluded.outcome,
        reason = null, received_at = excluded.received_at;
  delete from desk_archive.opening o where o.station = code;
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

revoke all on all functions in schema desk_archive from public;
