package norrhub.delivery;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a delivery came to, as the parameters of statements on the ledger. */
final class OutcomeColumns {
  private OutcomeColumns() {}

  static StatementSpec bind(StatementSpec statement, Outcome outcome) {
    Outcome.Counts counts = outcome.counts();
    return statement
        .param("fingerprint", outcome.fingerprint())
        .param("complete", outcome.complete())
        .param("trial", outcome.trial())
        .param("unread", outcome.troubles().unread().orElse(null))
        .param("held", outcome.troubles().held().orElse(null))
        .param(
            "sameAs",
            outcome.sameAs().isPresent() ? outcome.sameAs().getAsLong() : null,
            Types.BIGINT)
        .param("said", outcome.said())
        .param("received", counts.received())
        .param("accepted", counts.accepted())
        .param("rejected", counts.rejected())
        .param("keptOut", counts.keptOut())
        .param("changed", counts.changed())
        .param("withdrawn", counts.withdrawn())
        .param("heldBack", counts.heldBack())
        .param("errors", counts.errors())
        .param("warnings", counts.warnings())
        .param("infos", counts.infos());
  }
}
