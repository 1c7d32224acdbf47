package norrhub.partner;

import java.net.URI;
import java.util.Optional;
import norrhub.config.Secret;

/**
 * A feed that is fetched over HTTP.
 *
 * @param header the header that carries the key, such as {@code X-Api-Key}
 * @param next JSON pointer of the link to the next page, such as {@code /next_url}
 * @param pagesAtMost a feed that goes on after so many pages is incomplete
 */
public record RestSource(
    URI url,
    Optional<String> header,
    Optional<Secret> key,
    Optional<String> next,
    int pagesAtMost) {}
