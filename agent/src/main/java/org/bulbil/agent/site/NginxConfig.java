package org.bulbil.agent.site;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import org.bulbil.wire.Endpoint;

/**
 * The configuration of an nginx that shows one folder and does nothing else: no log of visitors,
 * nothing outside of {@code home} written, every wait and size bounded, only GET and HEAD.
 *
 * <p>Pages may include the agent's words by SSI: {@code <!--#include
 * virtual="/.well-known/bulbil.html" -->}.
 *
 * @param home folder that nginx writes to
 * @param isSuperuser whether whoever starts it is root, as in a container: then nginx must be told
 *     to stay what it is, since nobody else could read the home
 */
record NginxConfig(NginxSettings settings, Path home, boolean isSuperuser) {

  static final String PID = "nginx.pid";

  private static final String TEMPLATE =
      """
      # Written by the agent; what is changed here is overwritten.
      %USER%daemon off;
      worker_processes 1;
      working_directory %HOME%;
      pid %HOME%/nginx.pid;
      error_log stderr error;
      events { worker_connections 512; }
      http {
        include /etc/nginx/mime.types;
        default_type application/octet-stream;
        access_log off;
        log_not_found off;
        server_tokens off;
        sendfile on;
        tcp_nopush on;
        gzip on;
        gzip_vary on;
        gzip_types text/plain text/css application/json application/javascript application/xml image/svg+xml;
        client_body_temp_path %HOME%/tmp;
        proxy_temp_path %HOME%/tmp;
        fastcgi_temp_path %HOME%/tmp;
        uwsgi_temp_path %HOME%/tmp;
        scgi_temp_path %HOME%/tmp;
        client_max_body_size 1k;
        client_header_timeout 15s;
        client_body_timeout 15s;
        send_timeout 30s;
        keepalive_timeout 30s;
        reset_timedout_connection on;
        limit_conn_zone $binary_remote_addr zone=visitors:1m;
        limit_conn_log_level info;
        server {
      %LISTEN%
          server_name _;
          charset utf-8;
          root %FILES%;
          index index.html;
          absolute_redirect off;
          disable_symlinks on from=$document_root;
          limit_conn visitors 64;
          ssi on;
          ssi_silent_errors on;
          add_header %HEADER% %NAME% always;
          add_header X-Content-Type-Options nosniff always;
          if ($request_method !~ ^(GET|HEAD)$) { return 405; }
          error_page 404 /404.html;
          location = /404.html { internal; }
          location = /.well-known/bulbil.json {
            alias %WELL_KNOWN%/bulbil.json;
            add_header %HEADER% %NAME% always;
            add_header Cache-Control no-store;
            add_header Access-Control-Allow-Origin *;
          }
          location = /.well-known/bulbil.html {
            alias %WELL_KNOWN%/bulbil.html;
            add_header %HEADER% %NAME% always;
            add_header Cache-Control no-store;
          }
          location ~ /\\.(?!well-known/) { return 404; }
        }
      }
      """;

  NginxConfig {
    home = home.toAbsolutePath().normalize();
  }

  /** The file's content. */
  String text() {
    var listen =
        settings.places().stream()
            .map(place -> "    listen " + Endpoint.text(place) + ";")
            .collect(joining("\n"));
    return TEMPLATE
        .replace("%USER%", isSuperuser ? "user root root;\n" : "")
        .replace("%HOME%", quoted(home))
        .replace("%LISTEN%", listen)
        .replace("%FILES%", quoted(settings.files()))
        .replace("%WELL_KNOWN%", quoted(settings.wellKnown()))
        .replace("%HEADER%", NginxSettings.HEADER)
        .replace("%NAME%", settings.name().value());
  }

  /** nginx reads blanks, semicolons, braces and dollars in a path as its own. */
  private static String quoted(Path path) {
    var text = path.toAbsolutePath().normalize().toString();
    if (!text.matches("[\\w./@:+,=-]+")) {
      throw new IllegalArgumentException(
          "nginx cannot be told the folder '"
              + text
              + "': use one with letters, digits and ./@:+,=- alone");
    }
    return text;
  }
}
