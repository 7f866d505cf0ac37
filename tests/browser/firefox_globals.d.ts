/** Names known to code that runs with Firefox's own rights; Firefox publishes no types of them. */

declare const Services: any;
declare const Cc: any;
declare const Ci: any;
declare const ChromeUtils: any;
declare const Cu: any;
declare const ChromeUtils: any;
declare const PopupNotifications: any;
declare const WebExtensionPolicy: any;
declare const gBrowser: any;
