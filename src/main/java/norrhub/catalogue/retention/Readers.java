package norrhub.catalogue.retention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import norrhub.vacancy.VacancyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All readers of the catalogue as one. */
@Component
class Readers {
  private final List<CatalogueReader> all;

  Readers(ObjectProvider<CatalogueReader> all) {
    this.all = all.orderedStream().toList();
  }

  /** What comes after this number is still to be read by somebody. */
  long changeCursor() {
    return all.stream()
        .map(CatalogueReader::changeCursor)
        .flatMapToLong(OptionalLong::stream)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  Map<VacancyId, NavigableSet<Integer>> shown(Collection<VacancyId> vacancies) {
    Map<VacancyId, NavigableSet<Integer>> shown = new HashMap<>();
    for (CatalogueReader reader : all) {
      reader
          .shown(vacancies)
          .forEach((id, v) -> shown.computeIfAbsent(id, none -> new TreeSet<>()).addAll(v));
    }
    return shown;
  }
}
