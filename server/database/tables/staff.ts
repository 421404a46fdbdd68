export interface StaffStandInsTable {
  id: string;
  absent_id: string;
  stand_in_id: string;
  starts_at: Date;
  ends_at: Date;
  created_at: Date;
}

export interface StaffTables {
  staff_stand_ins: StaffStandInsTable;
}
