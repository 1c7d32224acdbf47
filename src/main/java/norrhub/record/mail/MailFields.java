package norrhub.record.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Sorts the lines of one vacancy: fields under their labels, and the text that remains. */
final class MailFields {
  private static final int LONGEST_NAME = 80;

  private final MailLabels labels;
  private final ObjectNode fields;
  private final Deque<String> unlabelled = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String open = "";

  MailFields(MailLabels labels, ObjectNode fields) {
    this.labels = labels;
    this.fields = fields;
  }

  /** The next lines are these fields, without labels. */
  void nameFirstLines(List<String> names) {
    unlabelled.addAll(names);
  }

  void take(String line) {
    Optional<MailLabels.Field> field = labels.field(line);
    if (field.isPresent() && !fields.has(field.get().name())) {
      fields.put(field.get().name(), field.get().value());
      // "Beskrivning:" alone at its line speaks for the lines below it.
      open = field.get().value().isEmpty() ? field.get().name() : "";
    } else if (labels.isNoise(line)) {
      open = "";
    } else if (!unlabelled.isEmpty() && !line.isBlank()) {
      fields.put(unlabelled.pop(), line.strip());
    } else if (!open.isEmpty() && !endsOpen(line)) {
      fields.put(open, (fields.path(open).asText() + "\n" + line).stripLeading());
    } else {
      open = "";
      text.append(line).append('\n');
    }
  }

  /** A name on one line ends with it; a text goes on to the next label. */
  private boolean endsOpen(String line) {
    String soFar = fields.path(open).asText();
    return line.isBlank()
        && !soFar.isEmpty()
        && soFar.length() < LONGEST_NAME
        && !soFar.contains("\n");
  }

  String text() {
    return text.toString().replaceAll("\\n{3,}", "\n\n").strip();
  }
}
