package norrhub.board;

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
import norrhub.vacancy.Occupation;
import norrhub.vacancy.Publication;
import norrhub.vacancy.Reference;
import norrhub.vacancy.ScopePercent;
import norrhub.vacancy.Texts;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.Workplace;

/** Invented vacancies. */
public final class Vacancies {
  public static final Location LULEA = place("Luleå", "2580", "25");
  public static final Location KIRUNA = place("Kiruna", "2584", "25");
  public static final Location MALMO = place("Malmö", "1280", "12");

  private Vacancies() {}

  /** A doctor's position in Luleå. */
  public static Vacancy doctor(String key) {
    return vacancy("region-norrbotten", key, "Överläkare till akuten", List.of(LULEA));
  }

  public static Vacancy vacancy(
      String partner, String key, String title, List<Location> locations) {
    return vacancy(partner, key, title, "<p>Välkommen till oss &amp; norr.</p>", locations);
  }

  public static Vacancy vacancy(
      String partner, String key, String title, String html, List<Location> locations) {
    return new Vacancy(
        VacancyId.of(partner, key),
        new Reference(partner, key, Optional.of("2026/" + key)),
        new Publication(
            Instant.parse("2026-11-02T08:00:00Z"),
            Optional.empty(),
            new Deadline(Optional.of(Instant.parse("2026-12-31T23:00:00Z")), Optional.empty())),
        new Texts("sv", title, html, "Välkommen till oss & norr."),
        new Employer(
            "Region Norrbotten", Optional.of("2321000230"), List.of("Akuten"), Optional.empty()),
        locations,
        new Employment(
            Workplace.ONSITE,
            Contract.PERMANENT,
            Hours.FULL,
            Optional.of(new ScopePercent(75, 100)),
            Optional.of(1)),
        List.of(new Occupation("ssyk-2012", "2211", Optional.of("Specialistläkare"))),
        new Application(
            Optional.of("https://jobb.example/" + key + "/ansok?a=1&b=2"),
            Optional.of("https://jobb.example/" + key),
            Optional.empty()));
  }

  private static Location place(String city, String municipality, String region) {
    return new Location(
        Optional.of(city),
        Optional.of(municipality),
        Optional.of(region),
        Optional.of("SE"),
        Optional.of("971 80"),
        Optional.empty(),
        city);
  }
}
