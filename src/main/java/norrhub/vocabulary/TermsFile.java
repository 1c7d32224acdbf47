package norrhub.vocabulary;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Workplace;

/** {@code terms.yaml}. */
record TermsFile(
    Map<Contract, List<String>> contract,
    Map<Hours, List<String>> hours,
    Map<Workplace, List<String>> workplace,
    @JsonPropertyDescription("Words that turn a phrase into its opposite") List<String> negations,
    @JsonPropertyDescription("What is said instead of a date to apply by")
        List<String> rollingDeadline,
    @JsonPropertyDescription("What is written where nothing was to be said")
        List<String> nothing) {}
