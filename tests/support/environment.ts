// Instants are stored in UTC and shown in Asia/Shanghai: a machine in neither zone shows code that mixes them up.
process.env['TZ'] = 'America/New_York';
