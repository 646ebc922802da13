SELECT number, start, end, block, score FROM sentence WHERE revision = ?1 ORDER BY start
