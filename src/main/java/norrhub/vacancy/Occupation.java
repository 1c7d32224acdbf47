package norrhub.vacancy;

import java.util.Optional;

/**
 * An occupation as the source coded it.
 *
 * @param scheme the code list: ssyk-2012, isco-08, esco, jobtech, af-occupation-name or vendor
 */
public record Occupation(String scheme, String code, Optional<String> label) {}
