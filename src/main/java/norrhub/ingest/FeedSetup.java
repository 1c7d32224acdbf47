package norrhub.ingest;

import norrhub.mapping.Format;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.vocabulary.Vocabulary;

/**
 * With what the deliveries of a feed are applied.
 *
 * @param fingerprint of everything that makes a vacancy of a record
 */
public record FeedSetup(
    Partner partner, Feed feed, Format format, Vocabulary vocabulary, String fingerprint) {}
