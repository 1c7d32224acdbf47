package norrhub.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides for each vacancy of a batch what its presence changes, and writes the batch. */
final class VacancyUpserts {
  private final Origin origin;
  private final Instant now;
  private final NewChanges changes;
  private final UnnestColumns vacancies =
      new UnnestColumns(
          "uuid",
          "text",
          "int8",
          "int8",
          "text",
          "int4",
          "timestamptz",
          "timestamptz",
          "timestamptz",
          "text");
  private final UnnestColumns contents = new UnnestColumns("uuid", "int4", "text");
  private final UnnestColumns seenAgain = new UnnestColumns("uuid", "int8", "text");
  private final UnnestColumns offers = new UnnestColumns("uuid", "int8", "text");
  private final List<VacancyId> takenOver = new ArrayList<>();
  private final IntSupplier removedVersion;

  /**
   * @param removedVersion what new vacancies begin above; asked for when there is one
   */
  VacancyUpserts(Origin origin, Instant now, NewChanges changes, IntSupplier removedVersion) {
    this.origin = origin;
    this.now = now;
    this.changes = changes;
    this.removedVersion = removedVersion;
  }

  void add(VacancyUpsert present, Optional<StoredVacancy> known) {
    if (known.filter(this::standsUnderAnother).isPresent()) {
      offers.add(
          present.vacancy().id().value(), present.inputHash(), present.notices().orElse(null));
      return;
    }
    known.filter(k -> !origin.is(k.feed(), k.scope())).ifPresent(k -> takenOver.add(k.id()));
    Vacancy vacancy =
        known.map(k -> present.vacancy().posted(k.datePosted())).orElse(present.vacancy());
    String content = VacancyJson.content(vacancy);
    long contentHash = Hash.of(content);
    boolean sameContent = known.filter(k -> k.contentHash() == contentHash).isPresent();
    boolean withdrawn = known.filter(k -> k.state() == State.WITHDRAWN).isPresent();
    if (sameContent && !withdrawn) {
      seenAgain.add(vacancy.id().value(), present.inputHash(), present.notices().orElse(null));
      return;
    }
    int version = known.map(StoredVacancy::version).orElseGet(removedVersion::getAsInt) + 1;
    State state = vacancy.stateAt(now);
    vacancies.add(
        vacancy.id().value(),
        present.sourceKey(),
        present.inputHash(),
        contentHash,
        state.name(),
        version,
        time(Optional.of(vacancy.datePosted())),
        time(vacancy.deadline().at()),
        time(vacancy.movesAfter(now)),
        present.notices().orElse(null));
    if (!sameContent) {
      contents.add(vacancy.id().value(), version, content);
    }
    String reason = known.isEmpty() ? "new" : withdrawn ? "reopened" : "changed";
    changes.add(vacancy.id(), version, state, reason);
  }

  /**
   * As long as another feed offers it, that feed's content stands: two that take turns would make a
   * version each. Among the files of one feed the newest word stands.
   */
  private boolean standsUnderAnother(StoredVacancy known) {
    return known.isOffered()
        && !known.feed().equals(origin.feed())
        && origin.speaking().contains(known.feed());
  }

  void write(JdbcTemplate db) {
    var shared = new SharedVacancies(db, origin);
    if (!offers.isEmpty()) {
      shared.offer(offers);
    }
    if (!takenOver.isEmpty()) {
      shared.keepWordOfOthers(takenOver);
    }
    if (!vacancies.isEmpty()) {
      db.update(
          """
          insert into vacancy (feed, partner, scope, id, source_key, input_hash, content_hash,
            state, version, date_posted, expires_at, moves_at, notices)
          select ?, ?, ?, new.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new
          on conflict (id) do update set feed = excluded.feed, partner = excluded.partner,
            scope = excluded.scope, source_key = excluded.source_key, input_hash = excluded.input_hash,
            content_hash = excluded.content_hash, state = excluded.state,
            version = excluded.version, expires_at = excluded.expires_at,
            moves_at = excluded.moves_at, missing_since = null, notices = excluded.notices""",
          withOrigin(vacancies.columns()));
    }
    if (!contents.isEmpty()) {
      db.update(
          "insert into vacancy_version (id, version, content) select * from unnest(?, ?, ?)",
          contents.columns());
    }
    if (!seenAgain.isEmpty()) {
      db.update(
          """
          update vacancy set feed = ?, partner = ?, scope = ?, input_hash = seen.input_hash,
            notices = seen.notices, missing_since = null
          from unnest(?, ?, ?) as seen (id, input_hash, notices) where vacancy.id = seen.id""",
          withOrigin(seenAgain.columns()));
    }
  }

  private Object[] withOrigin(Object[] columns) {
    Object[] all = new Object[columns.length + 3];
    all[0] = origin.feed();
    all[1] = origin.partner();
    all[2] = origin.scope();
    System.arraycopy(columns, 0, all, 3, columns.length);
    return all;
  }

  private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
