package norrhub.catalogue;

import java.util.Optional;
import norrhub.vacancy.Vacancy;

/**
 * A vacancy that a delivery holds.
 *
 * @param inputHash of the record and the configuration
 * @param notices of its mapping, to be given back with {@link StoredVacancy}
 */
public record VacancyUpsert(
    Vacancy vacancy, String sourceKey, long inputHash, Optional<String> notices) {}
