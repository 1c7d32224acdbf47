package norrhub.normalise.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.vocabulary.Terms;

/** Reads values of a draft as clean lines. Fillers such as "n/a" are read as absent. */
public final class TextCleaner {
  private final Terms terms;

  public TextCleaner(Terms terms) {
    this.terms = terms;
  }

  public Optional<String> of(JsonNode node) {
    return Draft.text(node)
        .map(PlainText::line)
        .filter(line -> !line.isEmpty() && !terms.saysNothing(line));
  }

  public Optional<String> of(Draft draft, String field) {
    return of(draft.fields().path(field));
  }

  /** All lines of a field that may be given once or as a list. */
  public List<String> all(Draft draft, String field) {
    return draft.list(field).stream().flatMap(node -> of(node).stream()).toList();
  }
}
