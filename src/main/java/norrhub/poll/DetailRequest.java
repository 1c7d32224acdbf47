package norrhub.poll;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import norrhub.delivery.DetailIndex;

/**
 * A request for the detail of one record of a list.
 *
 * @param id what the archive's index calls it
 * @param recordHash of the list's record: while it stays, so does the detail
 */
public record DetailRequest(String id, URI address, long recordHash) {

  public static DetailRequest of(URI address, JsonNode record) {
    long hash = Hashing.xxh3_64().hashCharsToLong(record.toString());
    return new DetailRequest(DetailIndex.request(address), address, hash);
  }

  /** A query may hold what is not for people's eyes. */
  public String name() {
    return address.getPath();
  }
}
