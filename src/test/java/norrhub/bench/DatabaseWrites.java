package norrhub.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts from now on what is written into the database. */
final class DatabaseWrites {
  private final JdbcClient db;
  private final long transaction;
  private final String log;

  DatabaseWrites(JdbcClient db) {
    this.db = db;
    this.transaction =
        db.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
    this.log = db.sql("select pg_current_wal_insert_lsn()::text").query(String.class).single();
  }

  /** Rows of the catalogue that some transaction wrote, or as much as locked, since. */
  long vacancies() {
    return db.sql(
            """
            select count(*) from vacancy
            where xmin::text::bigint > :since or xmax::text::bigint > :since""")
        .param("since", transaction)
        .query(Long.class)
        .single();
  }

  /** Bytes of the write-ahead log, of all tables. */
  long logged() {
    return db.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), :log::pg_lsn)::bigint")
        .param("log", log)
        .query(Long.class)
        .single();
  }
}
