-- The database roles of SEND Tracker; run once by an administrator of the server, any number of times.
-- Replace :owner_password and :app_password by passwords of your own, in quotes (psql: -v owner_password="'…'").
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sendtracker_owner') THEN
        CREATE ROLE sendtracker_owner;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sendtracker_app') THEN
        CREATE ROLE sendtracker_app;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sendtracker_web') THEN
        CREATE ROLE sendtracker_web;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sendtracker_web_cases') THEN
        CREATE ROLE sendtracker_web_cases;
    END IF;
END
$$;
ALTER ROLE sendtracker_owner LOGIN PASSWORD :owner_password;
-- The site's login has no right of its own and inherits none; it takes up a role in each transaction.
ALTER ROLE sendtracker_app LOGIN NOINHERIT PASSWORD :app_password;
ALTER ROLE sendtracker_web NOLOGIN;
ALTER ROLE sendtracker_web_cases NOLOGIN;
GRANT sendtracker_web, sendtracker_web_cases TO sendtracker_app;
