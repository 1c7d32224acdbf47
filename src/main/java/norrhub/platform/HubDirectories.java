package norrhub.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The folders the hub works in.
 *
 * @param config partners, formats, boards, vocabulary
 * @param routes the *.camel.yaml files
 * @param data archive, published documents, broker journal; hubs on one database share it
 */
@ConfigurationProperties("norrhub.home")
public record HubDirectories(
    @DefaultValue("config") Path config,
    @DefaultValue("routes") Path routes,
    @DefaultValue("data") Path data) {}
