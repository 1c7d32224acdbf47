package norrhub.catalogue.retention;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import norrhub.vacancy.VacancyId;

/** Whoever follows the change log and shows versions of vacancies: what it needs is kept. */
public interface CatalogueReader {

  /**
   * Number of the last change that all of its followers have looked at; empty where it has none.
   */
  OptionalLong changeCursor();

  /**
   * The versions of these vacancies that it shows or may still be asked for; others are left out.
   */
  Map<VacancyId, NavigableSet<Integer>> shown(Collection<VacancyId> vacancies);
}
