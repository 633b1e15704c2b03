-- expand
-- The sealed addresses of supporters, in the order of their keys, as they were before the statement that asks: whoever takes an act sees
-- whether the one that is kept still opens. By the index, as accept_acts and for the same reason.
CREATE FUNCTION addresses_known(whos bytea[]) RETURNS bytea[] LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT array_agg(s.address_sealed ORDER BY w.place)
  FROM unnest(whos) WITH ORDINALITY AS w (who, place) LEFT JOIN supporters s ON s.key = w.who
$$;
