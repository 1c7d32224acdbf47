package norrhub.admin.preview;

import java.util.Map;
import java.util.Optional;
import norrhub.mapping.Format;
import norrhub.partner.Partner;

/**
 * Whose records a file holds, and how they are written.
 *
 * @param whole a delivery is a whole list, in which a key stands once
 * @param values what the feed gives for the needs of its format
 * @param defaultPlace where the feed says the work is when a record does not
 */
public record PreviewSubject(
    Partner partner,
    Format format,
    boolean whole,
    Map<String, String> values,
    Optional<String> defaultPlace) {}
