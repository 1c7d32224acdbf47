package norrhub.vacancy;

import java.util.Optional;

/**
 * On what terms the work is done.
 *
 * @param openings how many are wanted
 */
public record Employment(
    Workplace workplace,
    Contract contract,
    Hours hours,
    Optional<ScopePercent> scopePercent,
    Optional<Integer> openings) {}
