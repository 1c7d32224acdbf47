package norrhub.catalogue;

import norrhub.vacancy.VacancyId;

/** Names one version of one vacancy. */
public record VersionId(VacancyId vacancy, int version) {}
