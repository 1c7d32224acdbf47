package norrhub.route.sftp;

import org.apache.camel.component.file.remote.SftpComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's SFTP component, with our consumer. */
@Configuration(proxyBeanMethods = false)
class SftpConfiguration {

  /**
   * There is no starter for camel-ftp here, and without one its properties are ignored silently.
   */
  @Bean("sftp")
  SftpComponent sftp() {
    return new SftpFeedComponent();
  }
}
