package norrhub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import norrhub.vacancy.Application;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Deadline;
import norrhub.vacancy.Employer;
import norrhub.vacancy.Employment;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Location;
import norrhub.vacancy.Publication;
import norrhub.vacancy.Reference;
import norrhub.vacancy.Texts;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.Workplace;

/** Vacancies for tests that do not care how they came about. */
public final class Sample {
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Sample() {}

  /** An open vacancy of Region Norrbotten in Luleå, with its key in the title. */
  public static Vacancy vacancy(String key) {
    return vacancy(key, "Sjuksköterska " + key);
  }

  public static Vacancy vacancy(String key, String title) {
    return vacancy(key, title, Optional.empty(), Deadline.NONE);
  }

  public static Vacancy vacancy(
      String key, String title, Optional<Instant> publishFrom, Deadline deadline) {
    return new Vacancy(
        VacancyId.of("region-norrbotten", key),
        new Reference("region-norrbotten", key, Optional.of("2026/" + key)),
        new Publication(Instant.parse("2026-11-01T08:00:00Z"), publishFrom, deadline),
        new Texts(
            "sv",
            title,
            "<p>Du arbetar på <strong>medicinavdelningen</strong>.</p>",
            "Du arbetar på medicinavdelningen."),
        new Employer("Region Norrbotten", Optional.of("2321000230"), List.of(), Optional.empty()),
        List.of(
            new Location(
                Optional.of("Luleå"),
                Optional.of("2580"),
                Optional.of("25"),
                Optional.of("SE"),
                Optional.empty(),
                Optional.empty(),
                "Luleå")),
        new Employment(
            Workplace.ONSITE, Contract.PERMANENT, Hours.FULL, Optional.empty(), Optional.of(1)),
        List.of(),
        new Application(
            Optional.of("https://jobb.example.se/" + key), Optional.empty(), Optional.empty()));
  }
}
