//! What an employer is: its states and the national code sets that describe it.

use db::{Digest, Digest32, Keys, Sealed};
use kernel::{BranchId, CentreId, Date, EmployerId, EmployerNo, Error, Month, Rate, Result};
use platform::Scope;
use settlement::bank_account::BankCode;

use crate::member::IdKind;

db::codes! {
    /// 单位账户状态 (JGJ/T 320-2014 A.4).
    pub enum EmployerStatus {
        /// 01 正常: contributes.
        Normal = "normal", "正常";
        /// 02 开户: opened, not yet contributing.
        Opened = "opened", "开户";
        /// 03 缓缴: may put its contributions off (Regulation article 20).
        Deferred = "deferred", "缓缴";
        /// 04 销户: closed.
        Closed = "closed", "销户";
        /// 05 封存: out of business, its members' accounts sealed.
        Sealed = "sealed", "封存";
        /// 99 其他.
        Other = "other", "其他";
    }
}

db::codes! {
    /// 单位隶属关系 (GB/T 12404-1997).
    pub enum Affiliation {
        /// 中央.
        Central = "10", "中央";
        /// 省（自治区、直辖市）.
        Province = "20", "省（自治区、直辖市）";
        /// 市、地区（自治州、盟）.
        Prefecture = "40", "市、地区（自治州、盟）";
        /// 县（区、县级市、旗）.
        County = "50", "县（区、县级市、旗）";
        /// 街道、镇、乡.
        Township = "60", "街道、镇、乡";
        /// 街道.
        Subdistrict = "61", "街道";
        /// 镇.
        Town = "62", "镇";
        /// 乡.
        Rural = "63", "乡";
        /// 居民委员会、村民委员会.
        Committee = "70", "居民委员会、村民委员会";
        /// 居民委员会.
        ResidentsCommittee = "71", "居民委员会";
        /// 村民委员会.
        VillagersCommittee = "72", "村民委员会";
        /// 其他: most private companies.
        Other = "90", "其他";
    }
}

db::codes! {
    /// 单位经济类型 (GB/T 12402-2000).
    pub enum EconomicType {
        /// 内资.
        Domestic = "100", "内资";
        /// 国有全资.
        StateOwned = "110", "国有全资";
        /// 集体全资.
        Collective = "120", "集体全资";
        /// 股份合作.
        ShareCooperative = "130", "股份合作";
        /// 联营.
        Joint = "140", "联营";
        /// 国有联营.
        StateJoint = "141", "国有联营";
        /// 集体联营.
        CollectiveJoint = "142", "集体联营";
        /// 国有与集体联营.
        StateCollectiveJoint = "143", "国有与集体联营";
        /// 其他联营.
        OtherJoint = "149", "其他联营";
        /// 有限责任（公司）.
        LimitedLiability = "150", "有限责任（公司）";
        /// 国有独资（公司）.
        StateSole = "151", "国有独资（公司）";
        /// 其他有限责任（公司）.
        OtherLimitedLiability = "159", "其他有限责任（公司）";
        /// 股份有限（公司）.
        ShareLimited = "160", "股份有限（公司）";
        /// 私有.
        Private = "170", "私有";
        /// 私有独资.
        PrivateSole = "171", "私有独资";
        /// 私有合伙.
        PrivatePartnership = "172", "私有合伙";
        /// 私营有限责任（公司）.
        PrivateLimitedLiability = "173", "私营有限责任（公司）";
        /// 私营股份有限（公司）.
        PrivateShareLimited = "174", "私营股份有限（公司）";
        /// 个体经营.
        SelfEmployed = "175", "个体经营";
        /// 其他私有.
        OtherPrivate = "179", "其他私有";
        /// 其他内资.
        OtherDomestic = "190", "其他内资";
        /// 港、澳、台投资.
        HongKongMacauTaiwan = "200", "港、澳、台投资";
        /// 内地和港、澳、台合资.
        HongKongMacauTaiwanEquityJoint = "210", "内地和港、澳、台合资";
        /// 内地和港、澳、台合作.
        HongKongMacauTaiwanContractJoint = "220", "内地和港、澳、台合作";
        /// 港、澳、台独资.
        HongKongMacauTaiwanSole = "230", "港、澳、台独资";
        /// 港、澳、台投资股份有限（公司）.
        HongKongMacauTaiwanShareLimited = "240", "港、澳、台投资股份有限（公司）";
        /// 其他港、澳、台投资.
        OtherHongKongMacauTaiwan = "290", "其他港、澳、台投资";
        /// 国外投资.
        Foreign = "300", "国外投资";
        /// 中外合资.
        ForeignEquityJoint = "310", "中外合资";
        /// 中外合作.
        ForeignContractJoint = "320", "中外合作";
        /// 外资.
        ForeignSole = "330", "外资";
        /// 国外投资股份有限（公司）.
        ForeignShareLimited = "340", "国外投资股份有限（公司）";
        /// 其他国外投资.
        OtherForeign = "390", "其他国外投资";
        /// 其他.
        Other = "900", "其他";
    }
}

db::codes! {
    /// 单位所属行业 (GB/T 4754-2017), by section (门类).
    pub enum Industry {
        /// 农、林、牧、渔业.
        Agriculture = "A", "农、林、牧、渔业";
        /// 采矿业.
        Mining = "B", "采矿业";
        /// 制造业.
        Manufacturing = "C", "制造业";
        /// 电力、热力、燃气及水生产和供应业.
        Utilities = "D", "电力、热力、燃气及水生产和供应业";
        /// 建筑业.
        Construction = "E", "建筑业";
        /// 批发和零售业.
        Trade = "F", "批发和零售业";
        /// 交通运输、仓储和邮政业.
        Transport = "G", "交通运输、仓储和邮政业";
        /// 住宿和餐饮业.
        Hospitality = "H", "住宿和餐饮业";
        /// 信息传输、软件和信息技术服务业.
        Information = "I", "信息传输、软件和信息技术服务业";
        /// 金融业.
        Finance = "J", "金融业";
        /// 房地产业.
        RealEstate = "K", "房地产业";
        /// 租赁和商务服务业.
        Business = "L", "租赁和商务服务业";
        /// 科学研究和技术服务业.
        Research = "M", "科学研究和技术服务业";
        /// 水利、环境和公共设施管理业.
        Environment = "N", "水利、环境和公共设施管理业";
        /// 居民服务、修理和其他服务业.
        ResidentServices = "O", "居民服务、修理和其他服务业";
        /// 教育.
        Education = "P", "教育";
        /// 卫生和社会工作.
        Health = "Q", "卫生和社会工作";
        /// 文化、体育和娱乐业.
        Culture = "R", "文化、体育和娱乐业";
        /// 公共管理、社会保障和社会组织.
        PublicAdministration = "S", "公共管理、社会保障和社会组织";
        /// 国际组织.
        International = "T", "国际组织";
    }
}

db::row! {
    /// An employer (缴存单位): 缴存单位信息 (table 4.0.2) and what stands of 单位账户信息 (5.0.2).
    /// Those of people are sealed as the columns named in this module, in the employer's row.
    pub struct Employer {
        /// Its id.
        pub employer_id: EmployerId,
        /// 单位账号.
        pub employer_no: EmployerNo,
        /// 单位名称.
        pub name: String,
        /// The same as names on wires are compared, see [`rule::compared_name`](super::rule).
        pub name_compared: String,
        /// 统一社会信用代码.
        pub credit_code: Option<String>,
        /// 组织机构代码, the ninth to seventeenth characters of the credit code.
        pub organisation_code: Option<String>,
        /// 单位地址.
        pub address: String,
        /// 单位邮编.
        pub postcode: Option<String>,
        /// 单位电子信箱.
        pub email: Option<String>,
        /// 单位发薪日, 1 to 31.
        pub payday: i64,
        /// 单位隶属关系.
        pub affiliation: Affiliation,
        /// 单位经济类型.
        pub economic_type: EconomicType,
        /// 单位所属行业.
        pub industry: Industry,
        /// 单位设立日期.
        pub established_on: Date,
        /// 单位开户日期.
        pub opened_on: Date,
        /// 起缴年月: the first month that contributions are due for.
        pub first_month: Month,
        /// 管理部 that looks after it.
        pub branch_id: BranchId,
        /// 受托银行代码.
        pub bank_code: BankCode,
        /// 单位缴存比例.
        pub employer_rate: Rate,
        /// 个人缴存比例.
        pub member_rate: Rate,
        /// 单位账户状态.
        pub status: EmployerStatus,
        /// 单位法人代表姓名.
        pub legal_person_name: Sealed,
        /// 单位法人代表证件类型.
        pub legal_person_id_kind: IdKind,
        /// 单位法人代表证件号码.
        pub legal_person_id_number: Sealed,
        /// 经办人姓名.
        pub agent_name: Sealed,
        /// 经办人证件类型.
        pub agent_id_kind: IdKind,
        /// 经办人证件号码.
        pub agent_id_number: Sealed,
        /// 经办人手机号码.
        pub agent_mobile: Sealed,
        /// 经办人固定电话号码.
        pub agent_phone: Option<Sealed>,
        /// How often what was registered has been changed.
        pub change_count: i64,
    }
}

/// The columns that people of an employer are sealed for.
pub(crate) mod sealed {
    pub(crate) const LEGAL_PERSON_NAME: &str = "employer.legal_person_name";
    pub(crate) const LEGAL_PERSON_ID_NUMBER: &str = "employer.legal_person_id_number";
    pub(crate) const AGENT_NAME: &str = "employer.agent_name";
    pub(crate) const AGENT_ID_NUMBER: &str = "employer.agent_id_number";
    pub(crate) const AGENT_MOBILE: &str = "employer.agent_mobile";
    pub(crate) const AGENT_PHONE: &str = "employer.agent_phone";
}

impl Employer {
    /// What is the employer's, as far as permission goes.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::Employer {
            branch: self.branch_id,
            employer: self.employer_id,
        }
    }

    /// The 经办人 registered with the employer: name and mobile number, opened.
    ///
    /// # Errors
    /// Broken when they can't be opened.
    pub(crate) fn registered_agent(
        &self,
        keys: &Keys,
        centre: CentreId,
    ) -> Result<(String, String)> {
        let row = keys.of_row(centre, self.employer_id);
        let name = row.open(sealed::AGENT_NAME, &self.agent_name)?;
        let mobile = row.open(sealed::AGENT_MOBILE, &self.agent_mobile)?;
        Ok((name, mobile))
    }

    /// The digest of what was registered: everything but the status, which business changes, and the
    /// number of changes, which are taken back first. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// Broken when what is personal can't be opened.
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> Result<Digest32> {
        let row = keys.of_row(centre, self.employer_id);
        let keyed = |column: &str, value: &Sealed| {
            let plain = row.open(column, value)?;
            Ok::<_, Error>(keys.hmac(column, plain.as_bytes()))
        };
        let phone = self.agent_phone.as_ref();
        let phone = phone.map(|phone| keyed(sealed::AGENT_PHONE, phone));
        let digest = Digest::new("employer")
            .column(centre)
            .column(self.employer_id)
            .column(self.employer_no)
            .text(&self.name)
            .text(&self.name_compared)
            .text_or_none(self.credit_code.as_deref())
            .text_or_none(self.organisation_code.as_deref())
            .text(&self.address)
            .text_or_none(self.postcode.as_deref())
            .text_or_none(self.email.as_deref())
            .int(self.payday)
            .column(self.affiliation)
            .column(self.economic_type)
            .column(self.industry)
            .column(self.established_on)
            .column(self.opened_on)
            .column(self.first_month)
            .column(self.branch_id)
            .column(self.bank_code)
            .column(self.employer_rate)
            .column(self.member_rate)
            .column(keyed(sealed::LEGAL_PERSON_NAME, &self.legal_person_name)?)
            .column(self.legal_person_id_kind)
            .column(keyed(
                sealed::LEGAL_PERSON_ID_NUMBER,
                &self.legal_person_id_number,
            )?)
            .column(keyed(sealed::AGENT_NAME, &self.agent_name)?)
            .column(self.agent_id_kind)
            .column(keyed(sealed::AGENT_ID_NUMBER, &self.agent_id_number)?)
            .column(keyed(sealed::AGENT_MOBILE, &self.agent_mobile)?)
            .column(phone.transpose()?);
        Ok(digest.finish())
    }
}
