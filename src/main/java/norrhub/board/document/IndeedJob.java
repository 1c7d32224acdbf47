package norrhub.board.document;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import norrhub.vacancy.Application;
import norrhub.vacancy.Location;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.Workplace;
import norrhub.vocabulary.Places;

/**
 * One vacancy as Indeed's jobs, one for each place.
 *
 * <p>Indeed wants the page that describes the job, so the employer's advertisement comes before the
 * form. A vacancy that can be applied for by mail only, or has no place, is no job of Indeed's.
 */
final class IndeedJob {
  private final Vacancy vacancy;
  private final Places places;

  IndeedJob(Vacancy vacancy, Places places) {
    this.vacancy = vacancy;
    this.places = places;
  }

  /** Writes the jobs; says how many. */
  int write(XmlText xml, Writer out) throws IOException {
    Application apply = vacancy.application();
    Optional<String> page = apply.adUrl().or(apply::applyUrl);
    if (page.isEmpty()) {
      return 0;
    }
    Map<String, Location> jobs = NumberedPlaces.of(vacancy);
    for (Map.Entry<String, Location> place : jobs.entrySet()) {
      out.write("<job>\n");
      write(xml, place.getKey(), page.get(), place.getValue());
      out.write("</job>\n");
    }
    return jobs.size();
  }

  private void write(XmlText xml, String reference, String page, Location place)
      throws IOException {
    xml.element("title", vacancy.title());
    xml.element("date", vacancy.datePosted().toString());
    xml.element("referencenumber", reference);
    xml.element("requisitionid", vacancy.id().toString());
    xml.element("url", page);
    xml.element("company", vacancy.employer().name());
    xml.element("sourcename", vacancy.employer().name());
    xml.element("city", place.city().orElse(place.rawText()));
    optional(xml, "state", place.regionCode().flatMap(places::countyName));
    optional(xml, "country", place.country());
    optional(xml, "postalcode", place.postalCode());
    optional(xml, "streetaddress", place.street());
    xml.element("description", vacancy.texts().descriptionHtml());
    optional(xml, "expirationdate", vacancy.deadline().at().map(Object::toString));
    optional(xml, "remotetype", remote(vacancy.workplace()));
  }

  private static Optional<String> remote(Workplace workplace) {
    return switch (workplace) {
      case REMOTE -> Optional.of("Fully remote");
      case HYBRID -> Optional.of("Hybrid remote");
      case ONSITE, UNKNOWN -> Optional.empty();
    };
  }

  private static void optional(XmlText xml, String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      xml.element(name, text.get());
    }
  }
}
