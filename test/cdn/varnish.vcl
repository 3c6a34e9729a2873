# A CDN in miniature: keeps what the service lets it keep, and bans by Surrogate-Key.
vcl 4.1;

backend maqal {
  .host = "127.0.0.1";
  .port = "MAQAL_PORT";
}

acl purgers {
  "127.0.0.1";
}

sub vcl_recv {
  # The keys come as one pattern: (one|another|third).
  if (req.method == "BAN") {
    if (client.ip !~ purgers) {
      return (synth(403));
    }
    ban("obj.http.Surrogate-Key ~ (^|\s)" + req.http.X-Keys + "(\s|$)");
    return (synth(200));
  }
}

sub vcl_deliver {
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  } else {
    set resp.http.X-Cache = "MISS";
  }
}
