package norrhub.vocabulary;

import java.util.List;
import java.util.Map;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Workplace;

/**
 * {@code terms.yaml}.
 *
 * @param negations words that turn a phrase into its opposite
 * @param rollingDeadline what is said instead of a date to apply by
 * @param nothing what is written where nothing was to be said
 */
record TermsFile(
    Map<Contract, List<String>> contract,
    Map<Hours, List<String>> hours,
    Map<Workplace, List<String>> workplace,
    List<String> negations,
    List<String> rollingDeadline,
    List<String> nothing) {}
