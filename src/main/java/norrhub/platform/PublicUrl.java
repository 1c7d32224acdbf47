package norrhub.platform;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address under which boards and consumers reach this hub, behind whatever proxy. Addresses in
 * what the hub publishes are made with it, never with the {@code Host} of a request.
 *
 * @param publicUrl the address under which boards and consumers reach the hub, such as {@code
 *     https://jobs.example.org}, perhaps with a path; published schemas, the OpenAPI description
 *     and {@code dataschema} of events are addresses under it
 */
@ConfigurationProperties("norrhub")
public record PublicUrl(@DefaultValue("http://localhost:8080") URI publicUrl) {
  private static final String WANTED =
      "norrhub.public-url must be an address such as https://jobs.example.org, with neither user,"
          + " query nor fragment, but it is ";

  public PublicUrl {
    boolean plain =
        publicUrl.getUserInfo() == null
            && publicUrl.getQuery() == null
            && publicUrl.getFragment() == null;
    boolean web = String.valueOf(publicUrl.getScheme()).matches("https?");
    if (!plain || !web || publicUrl.getHost() == null) {
      throw new IllegalArgumentException(WANTED + "`" + publicUrl + "`");
    }
    publicUrl = URI.create(publicUrl.toString().replaceFirst("/+$", ""));
  }

  /**
   * A path of this hub as an address.
   *
   * @param path begins with a slash
   */
  public String address(String path) {
    return publicUrl + path;
  }

  /**
   * The address of a published schema.
   *
   * @param name such as {@code vacancy-v1}
   */
  public String schema(String name) {
    return address("/schema/" + name + ".json");
  }
}
