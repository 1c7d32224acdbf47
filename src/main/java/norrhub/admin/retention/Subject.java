package norrhub.admin.retention;

import java.util.List;
import java.util.Optional;
import norrhub.vacancy.VacancyId;

/** Who or what is erased: whatever holds a person's name or address, or one vacancy. */
record Subject(Optional<String> person, Optional<VacancyId> vacancy) {
  private static final int SHORTEST = 4;

  /** What is wrong with a request, in one sentence. */
  static Optional<String> objection(String person, String vacancy, String why) {
    if (person.isBlank() == vacancy.isBlank()) {
      return Optional.of("Say what to erase: --person <text> or --vacancy <id>");
    }
    if (why.isBlank()) {
      return Optional.of("Say why, for the record: --why <text>");
    }
    if (!person.isBlank() && person.strip().length() < SHORTEST) {
      return Optional.of("The text is too short to mean one person: at least 4 characters");
    }
    if (!person.isBlank()
        && why.toLowerCase(java.util.Locale.ROOT)
            .contains(person.strip().toLowerCase(java.util.Locale.ROOT))) {
      return Optional.of("The reason holds what is to be erased, and is kept: word it without");
    }
    if (!vacancy.isBlank() && !vacancy.strip().matches("[0-9a-f]{32}")) {
      return Optional.of("A vacancy's id is 32 digits and letters, as in its address at a board");
    }
    return Optional.empty();
  }

  static Subject of(String person, String vacancy) {
    return new Subject(
        Optional.of(person.strip()).filter(text -> !text.isEmpty()),
        Optional.of(vacancy.strip()).filter(text -> !text.isEmpty()).map(VacancyId::parse));
  }

  List<String> texts() {
    return person.stream().toList();
  }
}
