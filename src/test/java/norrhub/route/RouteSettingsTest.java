package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.config.Secret;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.SftpSource;
import norrhub.partner.Sources;
import norrhub.route.sftp.SftpFeedConsumer;
import norrhub.route.sftp.SftpListing;
import norrhub.route.sftp.SftpOrder;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.scheduler.SchedulerEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What Camel 4.18.0 leaves open by default is closed on every feed's endpoint, as it was really
 * built.
 */
@RouteTest
class RouteSettingsTest {
  private static final String SECRET = "c4n4ry-s3cr3t";
  private static final String HOST_KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJustAnExampleOfAKeyAAAAAAAAAAAAAAAAAAAAAAAA";

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;

  @BeforeEach
  void addOneFeedOfEachKind() {
    Secret secret = new Secret("SECRET", SECRET);
    add(
        Feeds.sftp(
            "set-sftp",
            new SftpSource(
                "localhost",
                1,
                HOST_KEY,
                "norrhub",
                Optional.of(secret),
                Optional.empty(),
                "/export/jobs",
                "*.xml",
                Duration.ofSeconds(10),
                Optional.empty(),
                After.MOVE,
                Sources.SFTP_OPTIONS)));
    add(
        Feeds.rest(
            "set-rest",
            Sources.rest(
                """
                url: http://localhost:1/jobs
                header: X-Api-Key
                key: ${KEY}
                """)));
    add(
        Feeds.mail(
            "set-mail",
            Sources.mail(
                secret.value(),
                """
                host: localhost
                port: 1
                user: norrhub
                password: ${PASSWORD}
                senders: ['@kraft.example']
                """)));
  }

  @AfterEach
  void stop() throws Exception {
    for (String feed : List.of("set-sftp", "set-rest", "set-mail")) {
      camel.getRouteController().stopRoute(FeedRoutes.route(feed));
      camel.removeRoute(FeedRoutes.route(feed));
    }
  }

  @Test
  void sftpIsClosed() {
    SftpEndpoint endpoint = (SftpEndpoint) route("set-sftp").getEndpoint();
    SftpConfiguration server = endpoint.getConfiguration();

    assertThat(server.getStrictHostKeyChecking()).isEqualTo("yes");
    assertThat(server.isUseUserKnownHostsFile()).isFalse();
    assertThat(new String(server.getKnownHosts())).isEqualTo("[localhost]:1 " + HOST_KEY + "\n");
    assertThat(server.getServerHostKeys()).isEqualTo("ssh-ed25519");
    assertThat(server.getPreferredAuthentications()).isEqualTo("password,keyboard-interactive");
    assertThat(server.getPassword()).isEqualTo(SECRET);
    assertThat(server.getPrivateKey()).isNull();
    // These two would be set for every partner in this JVM.
    assertThat(server.getCiphers()).isNull();
    assertThat(server.getKeyExchangeProtocols()).isNull();
    assertThat(server.getConnectTimeout()).isEqualTo(10_000);
    assertThat(server.getSoTimeout()).isEqualTo(60_000);
    assertThat(server.getServerAliveInterval()).isEqualTo(15_000);
    assertThat(server.isThrowExceptionOnConnectFailed()).isTrue();
    // The consumer disconnects after its last acknowledgement.
    assertThat(endpoint.isDisconnect()).isFalse();
    assertThat(route("set-sftp").getConsumer()).isInstanceOf(SftpFeedConsumer.class);
    assertThat(server.isStepwise()).isFalse();
    assertThat(server.isStreamDownload()).isTrue();
    assertThat(server.getDirectory()).isEqualTo("/export/jobs");
    assertThat(endpoint.isAutoCreate()).isFalse();
    assertThat(endpoint.getMaximumReconnectAttempts()).isZero();
    assertThat(endpoint.isRecursive()).isFalse();
    assertThat(endpoint.isJailStartingDirectory()).isTrue();
    assertThat(endpoint.getFilter()).isInstanceOf(SftpListing.class);
    assertThat(endpoint.getReadLock()).isEqualTo("changed");
    assertThat(endpoint.isIdempotentEager()).isFalse();
    assertThat(endpoint.isIdempotent()).isFalse();
    assertThat(endpoint.getMaxMessagesPerPoll()).isEqualTo(20);
    assertThat(endpoint.isEagerMaxMessagesPerPoll()).isFalse();
    assertThat((Object) endpoint.getSorter()).isInstanceOf(SftpOrder.class);
    assertThat(endpoint.isNoop()).isTrue();
    assertThat(endpoint.getMoveFailed()).isNull();
    assertThat(endpoint.isBridgeErrorHandler()).isTrue();
    assertThat(endpoint.getPollStrategy()).isInstanceOf(ExclusivePollStrategy.class);
  }

  @Test
  void restIsClosed() {
    assertThat(((SchedulerEndpoint) route("set-rest").getEndpoint()).getPollStrategy())
        .isInstanceOf(ExclusivePollStrategy.class);
    Route request = camel.getRoute(FeedRoutes.route("set-rest", RestTransport.REQUEST));
    assertThat(request.getEndpoint().getEndpointUri()).isEqualTo("direct://rest-request-set-rest");
    assertThat(request.getProperties()).doesNotContainKey(Route.CONFIGURATION_ID_PROPERTY);
    HttpEndpoint endpoint =
        camel.getEndpoints().stream()
            .filter(HttpEndpoint.class::isInstance)
            .map(HttpEndpoint.class::cast)
            .filter(http -> http.getHttpUri().getPort() == 1)
            .findFirst()
            .orElseThrow();

    assertThat(endpoint.isFollowRedirects()).isFalse();
    assertThat(endpoint.isThrowExceptionOnFailure()).isFalse();
    assertThat(endpoint.isDisableStreamCache()).isTrue();
    assertThat(endpoint.isCopyHeaders()).isFalse();
    assertThat(endpoint.getConnectTimeout()).isEqualTo(5_000);
    assertThat(endpoint.getConnectionRequestTimeout()).isEqualTo(5_000);
    assertThat(endpoint.getResponseTimeout()).isEqualTo(30_000);
    assertThat(endpoint.getSoTimeout()).isEqualTo(30_000);
    assertThat(endpoint.getHeaderFilterStrategy()).isInstanceOf(StrictHttpHeaders.class);
    assertThat(endpoint.getHttpUri()).hasToString("http://localhost:1");
    assertThat(camel.getComponent("http", HttpComponent.class).isCookieManagementDisabled())
        .isTrue();
    assertThat(camel.getComponent("https", HttpComponent.class).isCookieManagementDisabled())
        .isTrue();
    assertThat(camel.getComponent("https", HttpComponent.class).isAllowJavaSerializedObject())
        .isFalse();
  }

  @Test
  void mailIsClosed() {
    MailEndpoint endpoint = (MailEndpoint) route("set-mail").getEndpoint();
    MailConfiguration mailbox = endpoint.getConfiguration();

    assertThat(mailbox.getProtocol()).isEqualTo("imaps");
    assertThat(mailbox.isPeek()).isTrue();
    assertThat(mailbox.isDelete()).isFalse();
    assertThat(mailbox.getMoveTo()).isNull();
    assertThat(mailbox.getCopyTo()).isNull();
    assertThat(mailbox.isMapMailMessage()).isFalse();
    assertThat(mailbox.isHandleFailedMessage()).isTrue();
    assertThat(mailbox.isSkipFailedMessage()).isFalse();
    assertThat(mailbox.getFetchSize()).isEqualTo(10);
    assertThat(mailbox.isCloseFolder()).isTrue();
    assertThat(mailbox.isDisconnect()).isTrue();
    assertThat(mailbox.getConnectionTimeout()).isEqualTo(15_000);
    assertThat(mailbox.getAdditionalJavaMailProperties())
        .containsEntry("mail.imaps.timeout", "30000")
        .containsEntry("mail.imaps.writetimeout", "30000")
        .containsEntry("mail.imaps.ssl.checkserveridentity", "true")
        .containsEntry("mail.imaps.ssl.protocols", "TLSv1.3 TLSv1.2");
    // All others of this family are system properties, and would have no effect here: LenientMail.
    assertThat(mailbox.getAdditionalJavaMailProperties().stringPropertyNames())
        .filteredOn(name -> name.startsWith("mail.mime."))
        .containsExactly("mail.mime.address.strict");
    assertThat(endpoint.getHeaderFilterStrategy()).isInstanceOf(StrictMailHeaders.class);
    assertThat(endpoint.getIdempotentRepository()).isInstanceOf(UnmovedMails.class);
    assertThat(endpoint.isBridgeErrorHandler()).isTrue();
    assertThat(endpoint.getPollStrategy()).isInstanceOf(ExclusivePollStrategy.class);
  }

  @Test
  void routesHaveReadableNamesAndSayWhatTheyAre() {
    assertThat(route("set-sftp").getDescription()).isEqualTo("set-sftp (sftp) of Kiruna Gruvor");
    assertThat(route("set-rest").getDescription()).isEqualTo("set-rest (rest) of Kiruna Gruvor");
    assertThat(camel.getRoute("feed-set-rest.rest-request").getDescription())
        .isEqualTo("set-rest (rest) of Kiruna Gruvor");
    assertThat(route("set-mail").getDescription()).isEqualTo("set-mail (mail) of Kiruna Gruvor");
  }

  @Test
  void noAddressAndNoDumpOfARouteShowsASecret() throws Exception {
    assertThat(camel.getEndpoints()).extracting(Endpoint::getEndpointUri).noneMatch(this::isSecret);
    RouteDefinition definition = ((ModelCamelContext) camel).getRouteDefinition("feed-set-sftp");
    String dump = PluginHelper.getModelToXMLDumper(camel).dumpModelAsXml(camel, definition);
    assertThat(dump).contains("feed-set-sftp").doesNotContain(SECRET);
  }

  private boolean isSecret(String address) {
    return address.contains(SECRET);
  }

  private void add(Feed feed) {
    routes.add(Feeds.PARTNER, feed);
  }

  private Route route(String feed) {
    return camel.getRoute(FeedRoutes.route(feed));
  }
}
