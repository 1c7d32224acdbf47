package norrhub.fetch.page;

import java.net.URI;
import java.util.Optional;

/**
 * One page to ask for.
 *
 * @param body what is posted; where there is none, the page is asked for with GET
 */
public record PageRequest(URI address, Optional<String> body) {}
