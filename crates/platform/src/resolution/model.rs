//! What a resolution is about.

db::codes! {
    /// 决议事项: what a resolution is about, which bounds what may cite it.
    pub enum Matter {
        /// 政策: how the Regulation is applied in the city, rates and bases among it.
        Policy = "policy", "政策调整";
        /// 计划: the plan of collection and use.
        Plan = "plan", "归集使用计划";
        /// 降比缓缴: that employers contribute at a lower rate, or later.
        RateReduction = "rate_reduction", "降低缴存比例或缓缴";
        /// 核销: that what can't be recovered is written off.
        WriteOff = "write_off", "呆账核销";
        /// 分配: how the surplus is distributed.
        Distribution = "distribution", "增值收益分配";
        /// 报告: reports and final accounts that the committee examines.
        Report = "report", "报告与决算审议";
        /// 其他: anything else that it resolves.
        Other = "other", "其他事项";
    }
}
